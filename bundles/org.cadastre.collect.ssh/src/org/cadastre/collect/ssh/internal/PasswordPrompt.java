package org.cadastre.collect.ssh.internal;

import java.util.List;
import java.util.Optional;

import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * Answers the first hidden prompt of a keyboard-interactive login (RFC 4256) with the password, whatever its words, which
 * may be in any language. Every other prompt asks for what Cadastre does not have.
 */
final class PasswordPrompt implements ChallengeResponseProvider {

    private final char[] password;
    private boolean answered;
    private volatile Optional<String> unanswered = Optional.empty();

    PasswordPrompt(char[] password) {
        this.password = password;
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    public void init(@SuppressWarnings("rawtypes") Resource resource, String name, String instruction) {
        // Only the prompts count.
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        if (echo || answered) {
            unanswered = Optional.of(Quote.of(prompt));
            return new char[0];
        }
        answered = true;
        return password.clone(); // the library blanks it
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }

    /** A prompt that could not be answered. */
    Optional<String> unanswered() {
        return unanswered;
    }
}
