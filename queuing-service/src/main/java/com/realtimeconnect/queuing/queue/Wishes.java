package com.realtimeconnect.queuing.queue;

import java.util.List;
import java.util.Locale;

/** What a person asks of the other. Of a language only the language itself counts: {@code en-GB} and {@code en-US} understand each other. */
record Wishes(List<String> languages, int ageMin, int ageMax) {

    Wishes {
        languages = plain(languages);
    }

    static List<String> plain(List<String> tags) {
        return tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(language -> !language.isEmpty())
                .distinct()
                .toList();
    }
}
