package org.cadastre.collect.snmp.internal.vendor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers that a test writes down, without an agent. */
final class TestAnswers implements Answers {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    TestAnswers with(String oid, String text) {
        texts.put(oid, text);
        return this;
    }

    TestAnswers with(String column, String index, String cell) {
        columns.computeIfAbsent(column, none -> new LinkedHashMap<>()).put(index, cell);
        return this;
    }

    @Override
    public Optional<String> text(String oid) {
        return Optional.ofNullable(texts.get(oid));
    }

    @Override
    public Map<String, String> column(String oid) {
        return columns.getOrDefault(oid, Map.of());
    }
}
