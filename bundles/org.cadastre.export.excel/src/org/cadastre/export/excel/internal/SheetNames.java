package org.cadastre.export.excel.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.poi.ss.util.WorkbookUtil;

/** Gives out the names of one workbook's sheets: legal, at most 31 characters, unique without regard to case. */
final class SheetNames {

    private static final int LIMIT = 31;

    private final Set<String> taken = new HashSet<>();

    /** The wanted name, or the nearest to it that is free. */
    String take(String wanted) {
        return take(wanted, 1);
    }

    /** The name of the n-th sheet of a table that does not fit into one: "NAME (2)". */
    String take(String wanted, int part) {
        String suffix = part == 1 ? "" : " (" + part + ")";
        String safe = WorkbookUtil.createSafeSheetName(wanted);
        String name = safe.substring(0, Math.min(safe.length(), LIMIT - suffix.length())).strip() + suffix;
        return taken.add(name.toLowerCase(Locale.ROOT)) ? name : take(wanted, part + 1);
    }
}
