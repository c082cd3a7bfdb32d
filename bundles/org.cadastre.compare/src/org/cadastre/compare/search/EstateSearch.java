package org.cadastre.compare.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * Searches the state of all devices in all snapshots of an estate: serial numbers, addresses, names, versions, anything.
 *
 * <pre>{@code
 * EstateSearch.run(estate, "openssl 3.0", finding -> ...);
 * }</pre>
 *
 * <p>Each state is read once, in however many snapshots it is. What one device gave is handed on before the next one is read:
 * memory is bounded by the findings of one device and a line for each change of a device. What changes by itself (observations) is
 * not searched.
 */
public final class EstateSearch {

    private record Fact(String section, String element, String attribute, String value) {
    }

    private final Words words;
    private final List<SnapshotInfo> snapshots;
    private final Consumer<Finding> found;

    private EstateSearch(Words words, List<SnapshotInfo> snapshots, Consumer<Finding> found) {
        this.words = words;
        this.snapshots = snapshots;
        this.found = found;
    }

    /**
     * @param text words; each is in the value or in its place (section, element with its keys, attribute), one at least in the value.
     *        Upper and lower case are the same
     * @param found gets each fact as soon as its device was read, devices sorted by id
     * @throws EstateException a snapshot cannot be read
     * @throws InterruptedException the thread was interrupted
     * @throws IllegalArgumentException there is no word in the text
     */
    public static void run(Estate estate, String text, Consumer<Finding> found) throws EstateException, InterruptedException {
        Words words = Words.of(text);
        List<SnapshotInfo> oldestFirst = estate.snapshots().reversed();
        StateSpans spans = new StateSpans();
        for (SnapshotInfo snapshot : oldestFirst) {
            requireGoingOn();
            spans.add(estate.read(snapshot));
        }
        EstateSearch search = new EstateSearch(words, oldestFirst, found);
        SnapshotReader[] readers = new SnapshotReader[oldestFirst.size()];
        for (Map.Entry<String, List<StateSpans.Span>> device : spans.finish().entrySet()) {
            search.device(estate, device.getKey(), device.getValue(), readers);
        }
    }

    private static void requireGoingOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void device(Estate estate, String id, List<StateSpans.Span> spans, SnapshotReader[] readers)
            throws EstateException, InterruptedException {
        Map<String, List<Fact>> known = new HashMap<>();
        Map<Fact, int[]> when = new LinkedHashMap<>();
        String name = "";
        for (StateSpans.Span span : spans) {
            requireGoingOn();
            List<Fact> facts = known.get(span.state());
            if (facts == null) {
                if (readers[span.first()] == null) {
                    readers[span.first()] = estate.read(snapshots.get(span.first()));
                }
                Device device = readers[span.first()].device(id);
                name = Optional.ofNullable(device.getName()).orElse(id);
                facts = new Matching(words).in(device);
                known.put(span.state(), facts);
            }
            for (Fact fact : facts) {
                when.computeIfAbsent(fact, first -> new int[] { span.first(), span.last() })[1] = span.last();
            }
        }
        for (Map.Entry<Fact, int[]> entry : when.entrySet()) {
            Fact fact = entry.getKey();
            int last = entry.getValue()[1];
            found.accept(new Finding(id, name, fact.section(), fact.element(), fact.attribute(), fact.value(),
                    snapshots.get(entry.getValue()[0]), snapshots.get(last), last == snapshots.size() - 1));
        }
    }

    /** The facts of one state that match. */
    private static final class Matching {

        private final Words words;
        private final List<Fact> facts = new ArrayList<>();

        Matching(Words words) {
            this.words = words;
        }

        List<Fact> in(Device device) {
            // The name is worked out from the sections, or is the address: not all devices say it again.
            attribute("", "", device, CadastrePackage.Literals.DEVICE__NAME);
            attribute("", "", device, CadastrePackage.Literals.DEVICE__ID);
            for (Section section : device.getSections()) {
                collect(section.eClass().getName(), section);
            }
            return facts;
        }

        private void collect(String section, EObject element) {
            attributes(section, Metamodel.path(element), element);
            for (EReference containment : Metamodel.contentReferences(element.eClass())) {
                Object value = element.eGet(containment);
                for (Object child : value instanceof List<?> many ? many : Optional.ofNullable(value).stream().toList()) {
                    collect(section, (EObject) child);
                }
            }
        }

        private void attributes(String section, String element, EObject object) {
            Metamodel.contentAttributes(object.eClass()).forEach(attribute -> attribute(section, element, object, attribute));
        }

        private void attribute(String section, String element, EObject object, EAttribute attribute) {
            if (object.eIsSet(attribute)) {
                String value = Metamodel.text(attribute, object.eGet(attribute));
                if (words.match(value, section + ' ' + element + ' ' + attribute.getName())) {
                    facts.add(new Fact(section, element, attribute.getName(), value));
                }
            }
        }
    }
}
