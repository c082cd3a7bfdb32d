package org.cadastre.collect.networkos.internal;

import java.util.List;
import java.util.regex.Pattern;

/** How the command lines of network devices say that they do not know a command, or that the account may not give it. */
public final class Refusal {

    private static final String WORDS = "% ?(?:invalid|unknown|ambiguous|unrecognized|bad|incomplete)|invalid autocommand|unknown command|unrecognized command"
            + "|unknown action|command parse error|bad command name|invalid input|syntax error|error: invalid command|wrong parameter found|cmd exec error";
    private static final Pattern ANYWHERE = Pattern.compile("(?i)" + WORDS);
    private static final Pattern FIRST = Pattern.compile("(?i)\\s*(?:" + WORDS + "|% ?(?:authorization|permission|access|error)|command authorization failed"
            + "|error: ?permission|permission denied|not authorized|command fail)");
    /** Some point at the wrong letter first, and show the command again. */
    private static final int LINES = 3;

    private Refusal() {
    }

    /** Whether there is a refusal in what came back for something that the device cannot know: a Unix shell. */
    public static boolean isIn(String answer) {
        return ANYWHERE.matcher(answer).find();
    }

    /** Whether the answer to a command is a refusal: it begins with one, and has little else. */
    static boolean is(List<String> answer) {
        List<String> said = answer.stream().filter(line -> !line.isBlank()).limit(LINES + 1L).toList();
        return said.size() <= LINES && said.stream().anyMatch(line -> FIRST.matcher(line).lookingAt());
    }
}
