package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs, since it refuses to run as root. A person who is not root runs it as they are. For root it runs
 * in a user namespace of its own, where root is nobody special; where the machine forbids that, as the user {@code nobody}.
 *
 * @param prefix what comes before the command
 * @param owner who its files must belong to
 */
record PostgresAccount(List<String> prefix, String owner) {

    static PostgresAccount current() throws IOException {
        var user = System.getProperty("user.name", "");
        if (!user.equals("root")) {
            return new PostgresAccount(List.of(), user);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new PostgresAccount(List.of("unshare", "-U"), user);
        }
        var nobody = List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        if (SupervisedProcess.isInstalled("setpriv")) {
            return new PostgresAccount(nobody, "nobody");
        }
        throw new StackException("PostgreSQL does not run as root, and neither unshare nor setpriv is installed here. "
                + "Start this as another user");
    }

    /** Hands the files over, when the last run was somebody else's. */
    void own(Path folder) throws IOException {
        if (!Files.isDirectory(folder)
                || Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(owner)) {
            return;
        }
        var principal = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setOwner(file, principal);
            }
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        if (!SupervisedProcess.isInstalled(command[0])) {
            return false;
        }
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
