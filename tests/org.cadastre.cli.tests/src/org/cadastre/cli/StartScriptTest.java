package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built product as a user starts it: a process of its own. */
class StartScriptTest {

    private static final Path PRODUCT = Path.of(System.getProperty("cadastre.checkout", "."), "releng", "org.cadastre.product",
            "target", "products", "org.cadastre.product", "linux", "gtk", "x86_64", "cadastre");

    @TempDir
    private Path directory;

    @BeforeEach
    void needProduct() {
        assumeTrue(Files.isExecutable(PRODUCT.resolve("cadastre")), "the product is not built yet: " + PRODUCT);
    }

    private ProcessBuilder cadastre(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PRODUCT.resolve("cadastre").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        environment.put("XDG_STATE_HOME", directory.resolve("state").toString());
        environment.put("LC_ALL", "C");
        return builder;
    }

    private Run finish(Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
            return new Run(process.exitValue(), out, err);
        } finally {
            process.destroyForcibly();
        }
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return finish(cadastre(arguments).start());
    }

    @Test
    void exitCodesArgumentsAndOutputPassThrough() throws Exception {
        run("version").ends(ExitCode.OK).says("Cadastre ");
        run("scan", "--estate", "the estate", "--label", "\u00dcberblick -data @none", "--target", "local").ends(ExitCode.OK)
                .says("snapshot \u00dcberblick -data @none");
        assertTrue(Files.isDirectory(directory.resolve("the estate")));
        Run wrong = run("-clean", "--nosuch").ends(ExitCode.TROUBLE).warns("cadastre: ");
        assertFalse(wrong.err().contains("log file"), wrong.err());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() throws Exception {
        run("scan", "--estate", "estate", "--label", "a", "--target", "local").ends(ExitCode.OK);
        Process process = new ProcessBuilder("sh", "-c",
                "\"$0\" show --estate estate a --format json | head -n 1", PRODUCT.resolve("cadastre").toString())
                .directory(directory.toFile()).start();
        Run run = finish(process);
        assertEquals("{\n", run.out());
        assertEquals("", run.err());
    }

    @Test
    void interruptLeavesNoHalfSnapshot() throws Exception {
        Process add = cadastre("credential", "add", "ops", "--user", "nobody", "--password").start();
        add.getOutputStream().write("secret\n".getBytes(StandardCharsets.UTF_8));
        finish(add).ends(ExitCode.OK);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process scan = cadastre("scan", "--estate", "estate", "--label", "a", "--credential", "ops", "--target", "local",
                    "127.0.0.1:" + silent.getLocalPort()).start();
            silent.setSoTimeout(60_000);
            silent.accept();
            new ProcessBuilder("kill", "-INT", Long.toString(scan.pid())).start().waitFor();
            finish(scan).ends(ExitCode.CANCELLED).warns("cadastre: cancelled");
        }
        assertEquals("", run("snapshots", "--estate", "estate").ends(ExitCode.OK).out());
        run("scan", "--estate", "estate", "--label", "a", "--target", "local").ends(ExitCode.OK);
    }
}
