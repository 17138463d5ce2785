package dev.corridor.persistence.distribution;

/** Where the rows of a table are, once tables are distributed by organization. */
public enum Place {

    /** Those of an organization together on one node: every key contains {@code organization_id}. */
    TENANT,

    /** All of them on each node, because statements about an organization read them too. */
    GLOBAL,

    /** All of them on the node that Corridor is connected to. No statement about a tenant table names one. */
    LOCAL
}
