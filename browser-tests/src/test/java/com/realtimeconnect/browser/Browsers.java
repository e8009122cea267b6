package com.realtimeconnect.browser;

import com.microsoft.playwright.Browser;

/** Hers and his, started once for all tests. For one thread. */
record Browsers(Chromium chromium, Browser hers, Browser his) implements AutoCloseable {

    static Browsers open() {
        var chromium = Chromium.open();
        return new Browsers(chromium, chromium.browser(Voice.HERS), chromium.browser(Voice.HIS));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
