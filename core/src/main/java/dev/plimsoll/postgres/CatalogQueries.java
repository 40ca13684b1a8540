package dev.plimsoll.postgres;

/**
 * The queries that a catalog is read with. What an expression rests on is cut out of its tree, on the server: dependencies leave out
 * whatever is built in. Numbers from 16,384 on belong to objects of users and of extensions.
 */
final class CatalogQueries {
    static final String BUILT_IN_FUNCTIONS = """
            select p.oid, p.proname, p.provolatile
            from pg_catalog.pg_proc p
            where p.oid < 16384
            """;

    static final String BUILT_IN_VIEWS = """
            select c.oid, c.relname
            from pg_catalog.pg_class c
            where c.oid < 16384 and c.relkind = 'v'
            """;

    /** Tables that nothing sets apart from the ordinary are left out. */
    static final String RELATIONS = """
            select c.oid, n.nspname, c.relname, c.relpersistence = 'p' and c.relkind not in ('f', 'S') as replicated,
                pg_catalog.concat_ws(' ',
                    case when c.relkind = 'v' then (
                        select %s from pg_catalog.pg_rewrite r, %s
                        where r.ev_class = c.oid and r.ev_type = '1') end,
                    case when c.relrowsecurity then (
                        select %s from pg_catalog.pg_policy p, %s
                        where p.polrelid = c.oid and p.polcmd in ('r', '*')) end,
                    case when c.relhassubclass then (
                        select pg_catalog.string_agg('relid' || i.inhrelid, ' ') from pg_catalog.pg_inherits i
                        where i.inhparent = c.oid) end) as uses
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.oid >= 16384
                and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                and (c.relpersistence <> 'p' or c.relkind in ('v', 'f', 'S') or c.relrowsecurity or c.relhassubclass)
            """.formatted(list(), references("r.ev_action"), list(), references("p.polqual"));

    static final String OPERATORS = """
            select o.oprname, o.oprcode::pg_catalog.oid
            from pg_catalog.pg_operator o
            where o.oid >= 16384
            """;

    /** A domain over a domain checks what that one checks. */
    static final String DOMAINS = """
            select t.oid, t.typname, pg_catalog.concat_ws(' ', 'resulttype' || t.typbasetype, (
                select %s from pg_catalog.pg_constraint c, %s where c.contypid = t.oid))
            from pg_catalog.pg_type t
            where t.oid >= 16384 and t.typtype = 'd'
            """.formatted(list(), references("c.conbin"));

    static final String CASTS = """
            select t.typname, c.castfunc, c.castcontext = 'i'
            from pg_catalog.pg_cast c
            join pg_catalog.pg_type t on t.oid = c.casttarget
            where c.oid >= 16384 and c.castfunc <> 0
            """;

    private CatalogQueries() {}

    /**
     * An aggregate rests on its functions; whatever takes a domain checks it.
     *
     * @param parsedBodies whether the server keeps some bodies as trees, as PostgreSQL does since 14
     */
    static String routines(boolean parsedBodies) {
        String body = "(select " + list() + " from " + references("p.prosqlbody") + ")";
        return """
                select p.oid, n.nspname, p.proname, p.provolatile, l.lanname,
                    pg_catalog.array_to_string(p.proconfig, ' ') ~ 'transaction_' as sets,
                    p.pronargs - p.pronargdefaults <= 1 and p.pronargs > 0 and t.typtype in ('c', 'p') as field,
                    case when p.provolatile <> 'v' and l.lanname in ('sql', 'plpgsql') then p.prosrc end as body,
                    pg_catalog.concat_ws(' ',
                        (select pg_catalog.string_agg('resulttype' || type, ' ')
                            from pg_catalog.unnest(p.proargtypes::pg_catalog.oid[] || p.prorettype) type where type >= 16384),
                        (select pg_catalog.string_agg('funcid' || f, ' ')
                            from pg_catalog.unnest(array[a.aggtransfn::pg_catalog.oid, a.aggfinalfn, a.aggcombinefn, a.aggserialfn,
                                a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn]) f where f <> 0),
                        %s) as uses
                from pg_catalog.pg_proc p
                join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                join pg_catalog.pg_language l on l.oid = p.prolang
                left join pg_catalog.pg_type t on t.oid = p.proargtypes[0]
                left join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
                where p.oid >= 16384
                    and p.prorettype not in ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype)
                """.formatted(parsedBodies ? body : "null");
    }

    private static String list() {
        return "pg_catalog.string_agg(distinct m[1] || m[2], ' ')";
    }

    /** The functions, relations and types that a tree names. */
    private static String references(String tree) {
        return "pg_catalog.regexp_matches(" + tree + "::pg_catalog.text,"
                + " ':(funcid|opfuncid|aggfnoid|winfnoid|relid|resulttype) (\\d+)', 'g') m";
    }
}
