package org.cadastre.cli.terminal;

/** Colours of results (ECMA-48, SGR). Nothing is told by colour alone. */
public enum Colour {
    NONE(""), BOLD("1"), DIM("2"), GREEN("32"), RED("31"), YELLOW("33"), BLUE("34");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text in this colour, where the terminal has any. */
    public String of(String text, Terminal terminal) {
        return this == NONE || !terminal.coloured() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
