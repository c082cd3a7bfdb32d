package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is in no file, no message and no argument list. */
class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void aPasswordIsNowhereToBeFound() throws Exception {
        try (Lab lab = Lab.up("secrets", "alpha")) {
            Product cadastre = new Product(folder.resolve("home"));
            String estate = folder.resolve("estate").toString();
            String password = lab.password("ops");
            Run added = cadastre.runWithInput(password + "\n", "credential", "add", "ops", "--user", "ops", "--password");
            added.endsWith(0);
            assertFalse((added.out() + added.err()).contains(password));

            Process scan = cadastre.start("scan", "--estate", estate, "--label", "before", "--target",
                    lab.address("alpha"), "--credential", "ops");
            scan.getOutputStream().close();
            while (scan.isAlive()) {
                assertFalse(argumentLists().contains(password));
            }
            assertEquals(0, scan.exitValue(), () -> "scan failed");
            Product.other("git", "clone", "--quiet", estate, folder.resolve("checkout").toString()).endsWith(0);
            Run found = Product.other("grep", "--recursive", "--text", "--files-with-matches", password, folder.toString());
            assertEquals(1, found.exitCode(), found::toString);
        }
    }

    private static String argumentLists() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    all.append(new String(Files.readAllBytes(process.resolve("cmdline"))));
                } catch (java.io.IOException hasEnded) {
                    continue;
                }
            }
        }
        return all.toString();
    }
}
