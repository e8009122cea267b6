package com.realtimeconnect.user.export;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.PersonalRecord;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.media.Assets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Makes exports: first everything is fetched, then the answer begins. A few at a time, and a few a day for each person. */
@Component
class AccountExport {

    private static final Logger log = LoggerFactory.getLogger(AccountExport.class);

    private final ExportThrottle throttle;
    private final PersonalRecord own;
    private final ServiceRecords others;
    private final Assets assets;
    private final ExportDocument document;
    private final Semaphore turns;
    private final Clock clock;

    AccountExport(
            ExportThrottle throttle,
            PersonalRecord own,
            ServiceRecords others,
            Assets assets,
            ExportDocument document,
            ExportProperties properties,
            Clock clock) {
        this.throttle = throttle;
        this.own = own;
        this.others = others;
        this.assets = assets;
        this.document = document;
        this.turns = new Semaphore(properties.atOnce());
        this.clock = clock;
    }

    /** Where the answer goes; asked for when nothing can be missing any more. */
    interface Target {
        OutputStream open() throws IOException;
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException unavailable, and then nothing was written */
    void writeJson(UserId person, Target target) throws IOException {
        write(person, target, false);
    }

    /** The same document as {@code export.json}, and beside it what the person uploaded. */
    void writeZip(UserId person, Target target) throws IOException {
        write(person, target, true);
    }

    private void write(UserId person, Target target, boolean zipped) throws IOException {
        if (!turns.tryAcquire()) {
            throw Problems.unavailable("Too many exports are being made at this moment");
        }
        try (var spool = Spool.open()) {
            throttle.count(person);
            var collected = collect(person, spool, zipped);
            if (zipped) {
                zip(person, collected, target.open());
            } else {
                document(person, collected, target.open());
            }
            log.atInfo()
                    .addKeyValue("userId", person)
                    .addKeyValue("zipped", zipped)
                    .log("Export made");
        } finally {
            turns.release();
        }
    }

    /** @param assets files by their name in the zip */
    private record Collected(List<Path> records, Map<String, Path> assets) {}

    private Collected collect(UserId person, Spool spool, boolean withAssets) throws IOException {
        var isWhole = false;
        try {
            var mine = spool.file("user.json");
            try (var file = Files.newOutputStream(mine)) {
                own.write(person, file);
            }
            var records = new ArrayList<>(List.of(mine));
            records.addAll(others.fetch(person, spool));
            document.requireComplete(records);
            var files = new LinkedHashMap<String, Path>();
            if (withAssets) {
                assets.fetchAll(person, name -> files.computeIfAbsent("assets/" + name, entry -> spool.file(name)));
            }
            isWhole = true;
            return new Collected(records, files);
        } finally {
            if (!isWhole) {
                throttle.forgive(person);
            }
        }
    }

    private void document(UserId person, Collected collected, OutputStream target) {
        document.write(person, clock.instant().truncatedTo(ChronoUnit.MILLIS), collected.records(), target);
    }

    private void zip(UserId person, Collected collected, OutputStream target) throws IOException {
        try (var zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("export.json"));
            document(person, collected, StreamUtils.nonClosing(zip));
            zip.closeEntry();
            // They are compressed already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var asset : collected.assets().entrySet()) {
                zip.putNextEntry(new ZipEntry(asset.getKey()));
                Files.copy(asset.getValue(), zip);
                zip.closeEntry();
            }
        }
    }
}
