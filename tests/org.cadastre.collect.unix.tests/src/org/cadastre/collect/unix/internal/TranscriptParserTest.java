package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.junit.jupiter.api.Test;

class TranscriptParserTest {

    private static final String M = Recorded.MARKER;

    @Test
    void outputOfAnyBytesComesThrough() {
        byte[] wild = new byte[1024];
        for (int i = 0; i < wild.length; i++) {
            wild[i] = (byte) i;
        }
        String frame = M + " start 1 root 7\n\n" + M + " begin blob user cat\n" + new String(wild, StandardCharsets.ISO_8859_1)
                + "\n" + M + " end blob\nsome message\n" + M + " status 3\n\n" + M + " close blob\n\n" + M + " done\n";
        ProbeResult result = Recorded.parse(frame.getBytes(StandardCharsets.ISO_8859_1));
        CommandOutput blob = result.answer("blob").orElseThrow();
        assertArrayEquals(wild, blob.output());
        assertEquals("some message", blob.messages());
        assertEquals(3, blob.status());
        assertEquals("user", blob.privilege());
        assertTrue(result.finished());
        assertEquals(7, result.shellId());
    }

    @Test
    void theNoiseOfALoginShellIsPassedOver() {
        byte[] noise = "Welcome!\n\n0123 begin now root date\n".getBytes(StandardCharsets.UTF_8);
        byte[] real = Recorded.transcript("debian-13-systemd-root");
        byte[] both = Arrays.copyOf(noise, noise.length + real.length);
        System.arraycopy(real, 0, both, noise.length, real.length);
        assertEquals(Recorded.parse(real), Recorded.parse(both));
    }

    @Test
    void aShellThatIsNoneGivesNothing() {
        byte[] refusal = "This account is currently not available.\n".getBytes(StandardCharsets.UTF_8);
        assertTrue(TranscriptParser.parse(M, new Transcript(refusal, Transcript.Ending.FINISHED)).isEmpty());
        assertTrue(TranscriptParser.parse(M, new Transcript(new byte[0], Transcript.Ending.LOST)).isEmpty());
    }

    @Test
    void messagesAndStatusMayComeInAnyOrder() {
        String frame = M + " start 1 root 7\n" + M + " begin a root a\nx\n\n" + M + " end a\n\n" + M
                + " status 1\nlate message\n" + M + " close a\n";
        CommandOutput answer = Recorded.parse(frame.getBytes(StandardCharsets.UTF_8)).answer("a").orElseThrow();
        assertEquals("late message", answer.messages());
        assertEquals(1, answer.status());
    }

    @Test
    void aCommandThatWasStoppedIsTimedOut() {
        for (int status : new int[] { 124, 137, 143 }) {
            String frame = M + " start 1 root 7\n" + M + " begin a root a\n\n" + M + " end a\n\n" + M + " status " + status
                    + "\n\n" + M + " close a\n";
            assertEquals(End.TIMED_OUT, Recorded.parse(frame.getBytes(StandardCharsets.UTF_8)).answer("a").orElseThrow().end());
        }
    }

    /** Wherever the connection breaks off: no exception, and nothing that was not read passes for complete. */
    @Test
    void aTranscriptCutAnywhereNeverClaimsToBeComplete() {
        byte[] whole = Recorded.transcript("debian-11-chroot-root");
        int done = new String(whole, StandardCharsets.ISO_8859_1).indexOf(M + " done");
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf(M + " begin");
        HostSections complete = new HostSections(Recorded.parse(whole), "ssh");
        for (int length = start; length < done; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            ProbeResult result = TranscriptParser.parse(M, new Transcript(cut, Transcript.Ending.LOST)).orElseThrow();
            assertFalse(result.finished());
            HostSections sections = new HostSections(result, "ssh");
            for (int i = 0; i < sections.device().getSections().size(); i++) {
                Section read = sections.device().getSections().get(i);
                Section expected = complete.device().getSections().get(i);
                if (read.getCoverage() == Coverage.COMPLETE) {
                    assertTrue(org.eclipse.emf.ecore.util.EcoreUtil.equals(expected, read),
                            read.eClass().getName() + " cut after " + length + " bytes");
                }
            }
        }
    }

    @Test
    void theLastSectionOfACutTranscriptSaysWhy() {
        byte[] whole = Recorded.transcript("debian-11-chroot-root");
        int software = new String(whole, StandardCharsets.ISO_8859_1).indexOf(M + " begin dpkg");
        ProbeResult result = TranscriptParser.parse(M,
                new Transcript(Arrays.copyOf(whole, software + 2000), Transcript.Ending.TIMED_OUT)).orElseThrow();
        Section section = Recorded.read(new SoftwareReader(), result);
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("the host did not finish the probe within the time limit", section.getReason());
        assertNotEquals(0, section.eContents().size());
    }
}
