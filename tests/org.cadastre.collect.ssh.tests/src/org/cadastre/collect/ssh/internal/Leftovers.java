package org.cadastre.collect.ssh.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a visit must not leave behind. */
final class Leftovers {

    private Leftovers() {
    }

    static void assertNoThread() throws Exception {
        assertGone(() -> Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("ssh")).sorted().toList().toString().replace("[]", ""));
    }

    /** @param end of its command line */
    static void assertNoProcess(String end) throws Exception {
        assertGone(() -> ProcessHandle.allProcesses().anyMatch(process -> process.info().commandLine().orElse("").endsWith(end)) ? end : "");
    }

    /** @param left says what is left; empty when nothing is */
    static void assertGone(Supplier<String> left) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (left.get().isEmpty()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("left behind: " + left.get());
    }
}
