package org.cadastre.collect.networkos.internal;

import java.util.List;

/**
 * What came back for a command.
 *
 * @param lines what the device showed, without the command's echo and the prompt; empty unless it came to its end
 * @param ending how it ended
 */
record Answer(List<String> lines, Ending ending) {

    /** How an answer ended. */
    enum Ending {
        /** With the prompt. */
        COMPLETE,
        /** The device fell silent before a prompt. */
        SILENT,
        /** More came than Cadastre takes. */
        ENDLESS,
        /** The time for the target was over. */
        OUT_OF_TIME
    }

    String text() {
        return String.join("\n", lines);
    }
}
