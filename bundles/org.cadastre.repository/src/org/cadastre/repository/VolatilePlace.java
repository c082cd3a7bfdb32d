package org.cadastre.repository;

/**
 * A place of which it is known that it changes by itself on this estate, though it is saved as state.
 *
 * @param device id of the device, or "*" for every device
 * @param section name of the section's class
 * @param element path of keys inside the section, e.g. "users[alice]"; "[*]" stands for any keys; empty for an attribute of
 *        the section itself
 * @param attribute name of the attribute that changes; empty for a whole element that comes and goes
 * @param learned how it is known, for people, e.g. "night-1 .. night-2"
 */
public record VolatilePlace(String device, String section, String element, String attribute, String learned) {

    public static final String EVERY_DEVICE = "*";

    /** In one text: "Accounts/users[alice]/shell". */
    public String path() {
        return section + (element.isEmpty() ? "" : "/" + element) + (attribute.isEmpty() ? "" : "/" + attribute);
    }

    /** A place, however it is known. */
    public record Where(String device, String path) {
    }

    public Where where() {
        return new Where(device, path());
    }
}
