package org.cadastre.compare.internal.condense;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.condense.ElementPath;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * What comes and goes with one product: package, service, account, listening socket, scheduled job of one name, on one
 * device or many: "nginx added on web1: packages, services, sockets, users". Names are compared without what follows a dot
 * or an at sign; "nginx-common" goes with "nginx", and so does a socket whose program or user is nginx.
 *
 * <p>Only elements of two or more sections make a group: thirty packages alone are no product.
 */
@Component(service = CondensingRule.class)
public final class InstalledTogetherRule implements CondensingRule {

    /** A value in the line that tells what came or went. */
    private static final Pattern VALUE = Pattern.compile("=([\\w.-]+)");
    private static final Pattern WORDY = Pattern.compile("[a-z][a-z0-9_+.-]*[a-z0-9]");

    private record Product(String name, Verdict kind) implements Comparable<Product> {

        private static final Comparator<Product> ORDER = Comparator.<Product>comparingInt(product -> product.name().length())
                .thenComparing(Product::name).thenComparing(Product::kind);

        @Override
        public int compareTo(Product other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public String name() {
        return "installed-together";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public List<Condensed> condense(List<ChangeOnDevice> changes) {
        Map<String, List<ChangeOnDevice>> byDevice = changes.stream().filter(each -> isWhole(each.change()))
                .collect(Collectors.groupingBy(each -> each.device().getDevice(), TreeMap::new, Collectors.toList()));
        Map<Product, List<ChangeOnDevice>> products = new TreeMap<>();
        byDevice.values().forEach(ofDevice -> findProducts(ofDevice).forEach(
                (product, group) -> products.computeIfAbsent(product, none -> new ArrayList<>()).addAll(group)));
        List<Condensed> result = new ArrayList<>();
        products.forEach((product, group) -> result.add(new Condensed(title(product, group), group)));
        return result;
    }

    private static boolean isWhole(Change change) {
        boolean cameOrWent = change.getKind() == Verdict.ADDED || change.getKind() == Verdict.REMOVED;
        return cameOrWent && change.getAttribute().isEmpty() && !change.getElement().isEmpty() && !change.isExplainedByMethod();
    }

    /** Shortest names first, so that nginx takes nginx-common and not the other way round. */
    private static Map<Product, List<ChangeOnDevice>> findProducts(List<ChangeOnDevice> changes) {
        Map<Product, List<ChangeOnDevice>> candidates = new TreeMap<>();
        Set<Product> named = new HashSet<>();
        for (ChangeOnDevice each : changes) {
            Change change = each.change();
            String stem = stem(change);
            if (WORDY.matcher(stem).matches()) {
                named.add(new Product(stem, change.getKind()));
            }
            names(stem, change).forEach(name -> candidates
                    .computeIfAbsent(new Product(name, change.getKind()), none -> new ArrayList<>()).add(each));
        }
        Set<Change> taken = new HashSet<>();
        Map<Product, List<ChangeOnDevice>> products = new TreeMap<>();
        candidates.forEach((product, all) -> {
            List<ChangeOnDevice> free = all.stream().filter(each -> !taken.contains(each.change())).toList();
            if (named.contains(product) && free.stream().map(each -> each.change().getSection()).distinct().count() > 1) {
                products.put(product, free);
                free.forEach(each -> taken.add(each.change()));
            }
        });
        return products;
    }

    /** What an element is called: its first key without folders, without what follows a dot or an at sign. */
    private static String stem(Change change) {
        String name = ElementPath.of(change.getElement()).name().toLowerCase(Locale.ROOT);
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.split("[.@:]", 2)[0];
    }

    /** All names that an element may go with. */
    private static Set<String> names(String stem, Change change) {
        Set<String> names = new LinkedHashSet<>(Set.of(stem));
        for (int dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
            names.add(stem.substring(0, dash));
        }
        String line = Objects.requireNonNullElse(change.getAfter(), Objects.requireNonNullElse(change.getBefore(), ""));
        for (Matcher value = VALUE.matcher(line); value.find();) {
            names.add(value.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static String title(Product product, List<ChangeOnDevice> group) {
        String lists = group.stream().map(each -> ElementPath.of(each.change().getElement()).list()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return product.name() + " " + product.kind().getLiteral() + " on " + ChangeOnDevice.devices(group) + ": " + lists;
    }
}
