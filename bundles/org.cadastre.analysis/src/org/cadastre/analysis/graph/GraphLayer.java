package org.cadastre.analysis.graph;

import java.util.Set;

import org.cadastre.analysis.facts.EstateFacts;

/**
 * A way to see an estate as a graph. An OSGi service: whoever registers one has it in the command line and in the workbench,
 * with comparison, layout and export.
 *
 * <pre>
 * &#64;Component
 * public final class TimeServersLayer implements GraphLayer &#123; ... &#125;   // who gets the time from whom
 * </pre>
 *
 * <p>Implementations are stateless and safe for any thread.
 */
public interface GraphLayer {

    /** Short name, as typed at the command line: topology, communication, ... */
    String id();

    /** Names of the classes of the sections that it wants to read, besides Identity and Interfaces. Others are not kept in memory. */
    Set<String> sections();

    /** The graph of a snapshot. Edges name nodes that are in the graph. */
    Graph derive(EstateFacts estate);
}
