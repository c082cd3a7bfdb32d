package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment of a scan: the old snapshots stay, the next scan works. */
class KilledScanTest {

    private static final int KILLS = Integer.getInteger("cadastre.kills", 10);

    @TempDir
    Path folder;

    @Test
    void aKilledScanLeavesTheOldSnapshotsAndTheNextScanWorks() throws Exception {
        Product cadastre = new Product(folder.resolve("home"));
        String estate = folder.resolve("estate").toString();
        long began = System.nanoTime();
        cadastre.run("scan", "--estate", estate, "--label", "first", "--target", "local").endsWith(0);
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

        Random random = new Random(7);
        int finished = 0;
        for (int i = 0; i < KILLS; i++) {
            Process scan = cadastre.start("scan", "--estate", estate, "--label", "killed" + i, "--target", "local");
            // Towards the end more is written, so most of the blows fall there.
            scan.waitFor(usual / 3 + random.nextLong(usual), TimeUnit.MILLISECONDS);
            scan.descendants().forEach(ProcessHandle::destroyForcibly);
            scan.destroyForcibly().waitFor();

            Product.other("git", "-C", estate, "fsck", "--strict").endsWith(0);
            List<String> labels = labels(estate);
            finished = labels.size() - 1;
            assertEquals("first", labels.getLast());
        }
        cadastre.run("scan", "--estate", estate, "--label", "last", "--target", "local").endsWith(0);
        cadastre.run("show", "--estate", estate, "first").endsWith(0);
        Run listed = cadastre.run("snapshots", "--estate", estate, "--format", "json").endsWith(0);
        assertEquals(finished + 2, listed.json().size(), listed::toString);
    }

    /** Newest first, by git: a commit's subject is the label of its snapshot. */
    private static List<String> labels(String estate) throws Exception {
        return Product.other("git", "-C", estate, "log", "--format=%s", "main").endsWith(0).out().lines().toList();
    }
}
