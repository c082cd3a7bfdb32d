package org.cadastre.collect.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;
import org.junit.jupiter.api.Test;

class LocalShellTest {

    private static final Limits WIDE = new Limits(1 << 20, Duration.ofSeconds(30));

    private static byte[] script(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isRunning(String command) {
        return ProcessHandle.allProcesses().anyMatch(p -> p.info().commandLine().orElse("").contains(command));
    }

    @Test
    void outputComesBackAsItIs() throws Exception {
        Transcript transcript = new LocalShell().run(script("printf 'a\\000\\377b'; echo no >&2"), WIDE);
        assertEquals(Ending.FINISHED, transcript.ending());
        assertEquals("a\0\u00ffb", new String(transcript.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aScriptThatHangsIsStoppedWithWhatItGave() throws Exception {
        Transcript transcript = new LocalShell().run(script("echo begun; sleep 4242"), new Limits(1000, Duration.ofSeconds(1)));
        assertEquals(Ending.TIMED_OUT, transcript.ending());
        assertEquals("begun\n", new String(transcript.bytes(), StandardCharsets.UTF_8));
        assertFalse(isRunning("sleep 4242"));
    }

    @Test
    void aScriptThatFloodsIsStopped() throws Exception {
        Transcript transcript = new LocalShell().run(script("yes"), new Limits(100_001, Duration.ofSeconds(30)));
        assertEquals(Ending.TOO_LARGE, transcript.ending());
        assertEquals(100_001, transcript.bytes().length);
    }

    @Test
    void aScriptThatIsNotReadHoldsNobodyUp() throws Exception {
        Transcript transcript = new LocalShell(List.of("/bin/sh", "-c", "echo done")).run(new byte[8 << 20], WIDE);
        assertEquals("done\n", new String(transcript.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void anInterruptEndsTheShellAndWhatItStarted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                new LocalShell().run(script("sleep 4343 & sleep 4343"), WIDE);
                interrupted.complete(false);
            } catch (InterruptedException expected) {
                interrupted.complete(true);
            } catch (CollectionException other) {
                interrupted.completeExceptionally(other);
            }
        });
        for (int i = 0; i < 100 && !isRunning("sleep 4343"); i++) {
            Thread.sleep(50);
        }
        assertTrue(isRunning("sleep 4343"));
        thread.interrupt();
        assertTrue(interrupted.get());
        for (int i = 0; i < 40 && isRunning("sleep 4343"); i++) {
            Thread.sleep(50);
        }
        assertFalse(isRunning("sleep 4343"));
    }

    @Test
    void aMachineWithoutShellSaysSo() {
        CollectionException thrown = assertThrows(CollectionException.class,
                () -> new LocalShell(List.of("/nowhere/sh")).run(script(":"), WIDE));
        assertEquals("this machine has no /nowhere/sh; only Unix systems can be read locally", thrown.getMessage());
    }
}
