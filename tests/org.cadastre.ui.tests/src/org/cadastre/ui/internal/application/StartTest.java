package org.cadastre.ui.internal.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void theArgumentsSayWhatToOpen() {
        assertEquals(new StartArguments(Optional.of(Path.of("/e")), List.of("a", "latest")),
                StartArguments.parse("--open-estate", "/e", "--open-comparison", "a", "latest"));
        assertEquals(new StartArguments(Optional.of(Path.of("/e")), List.of("a")),
                StartArguments.parse("-data", "x", "--open-snapshot", "a", "--open-estate", "/e"));
    }

    @Test
    void anArgumentWithoutItsValueOpensNothing() {
        assertEquals(new StartArguments(Optional.empty(), List.of()), StartArguments.parse("--open-comparison", "a"));
    }

    @Test
    void theStateIsKeptWhereTheSystemKeepsSuchThings() {
        Path home = Path.of("/home/k");
        assertEquals(Path.of("/home/k/.local/state/cadastre/workbench"), StateFolder.of("Linux", home, Map.of()));
        assertEquals(Path.of("/s/cadastre/workbench"), StateFolder.of("Linux", home, Map.of("XDG_STATE_HOME", "/s")));
        assertEquals(Path.of("/home/k/Library/Application Support/Cadastre/workbench"),
                StateFolder.of("Mac OS X", home, Map.of()));
        assertEquals(Path.of("/l/Cadastre/workbench"), StateFolder.of("Windows 11", home, Map.of("LOCALAPPDATA", "/l")));
    }
}
