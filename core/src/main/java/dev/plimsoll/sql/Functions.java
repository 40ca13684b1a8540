package dev.plimsoll.sql;

import java.util.HashSet;
import java.util.Set;

/**
 * The built-in functions that are known by name: those proven to change nothing, and those that give out keys. A function that is on
 * no list may do anything.
 */
final class Functions {
    private static final String AGGREGATES = """
            any_value approx_count_distinct array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp
            cube cume_dist rollup dense_rank every first_value group_concat grouping histogram json_agg json_agg_strict json_arrayagg
            json_object_agg json_object_agg_unique json_objectagg jsonb_agg jsonb_agg_strict jsonb_object_agg
            jsonb_object_agg_unique lag last_value lead listagg max median min mode nth_value ntile percent_rank percentile_cont
            percentile_disc range_agg range_intersect_agg rank ratio_to_report regr_avgx regr_avgy regr_count regr_intercept
            regr_r2 regr_slope regr_sxx regr_sxy regr_syy row_number std stddev stddev_pop stddev_samp stdev stdevp string_agg sum
            var varp var_pop var_samp variance xmlagg
            """;
    private static final String TEXT = """
            ascii bit_length btrim char char_length character_length charindex chr concat concat_ws convert convert_from convert_to
            crc32 decode difference encode elt field find_in_set format format_type glob hex icase ilike_escape initcap insert
            instr instrb is_normalized lcase left length lengthb levenshtein like_escape locate lower lpad ltrim make_set md5 mid
            nchar ndims normalize octet_length oct ord overlay parse_ident patindex pg_client_encoding position quote quote_ident
            quote_literal quote_nullable quotename regexp_count regexp_instr regexp_like regexp_match regexp_matches
            regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr repeat replace reverse right rpad rtrim sha
            sha1 sha2 sha224 sha256 sha384 sha512 similarity similar_to_escape soundex space split_part starts_with strcmp
            string_to_array string_to_table strpos str stuff substr substring substring_index substrb to_ascii to_bin to_hex
            to_oct translate trim ucase unaccent unhex unicode unistr upper utl_raw.cast_to_varchar2 word_similarity
            xmlcomment xmlconcat xmlelement xmlexists xmlforest xmlparse xmlroot xmlserialize xpath xpath_exists
            """;
    private static final String NUMBERS = """
            abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh bit_count bitand bitnot bitor bitxor cbrt ceil
            ceiling conv cos cosd cosh cot cotd degrees div erf erfc exp factorial floor gcd get_bit get_byte greatest lcm least ln
            log log10 log2 lshift min_scale mod pi power pow radians round rshift scale set_bit set_byte sign sin sind sinh sqrt
            square tan tand tanh trim_scale trunc truncate truncate_value width_bucket zero
            """;
    private static final String TIMES = """
            add_months addtime adddate age clock_timestamp convert_tz curdate current_date current_time current_timestamp curtime
            date date_add date_bin date_diff date_format date_part date_sub date_trunc dateadd datediff datename datepart
            datetime day day_of_month day_of_week day_of_year dayname dayofmonth dayofweek dayofyear days eomonth extract
            formatdatetime from_days from_tz from_unixtime getdate getutcdate hour isfinite iso_week iso_year justify_days
            justify_hours justify_interval last_day localtime localtimestamp make_date make_interval make_time make_timestamp
            make_timestamptz makedate maketime microsecond minute month monthname months_between new_time next_day now
            numtodsinterval numtoyminterval parsedatetime period_add period_diff pg_sleep quarter sec_to_time second
            statement_timestamp str_to_date subdate subtime sysdate sysdatetime sysdatetimeoffset systimestamp sysutcdatetime
            time time_format time_to_sec timediff timeofday timestamp timestampadd timestampdiff timezone to_char to_date to_days
            to_dsinterval to_number to_timestamp to_timestamp_tz to_yminterval transaction_timestamp unix_timestamp utc_date
            utc_time utc_timestamp week weekday weekofyear year yearweek
            """;
    private static final String VALUES = """
            array_append array_cat array_contains array_dims array_fill array_get array_length array_lower array_max_cardinality
            array_ndims array_position array_positions array_prepend array_remove array_replace array_reverse array_sample
            array_shuffle array_slice array_sort array_to_json array_to_string array_upper bin_to_uuid cardinality casewhen cast
            choose coalesce col_description decode elements ifnull if iif int4range int8range daterange numrange tsrange tstzrange
            int4multirange int8multirange datemultirange nummultirange tsmultirange tstzmultirange multirange unnest isempty
            isnull isnumeric lower_inc lower_inf nullif num_nonnulls num_nulls nvl nvl2 parse range_merge rawtohex hextoraw row
            row_to_json subarray trim_array try_cast try_convert try_parse typeof pg_typeof upper_inc upper_inf uuid_to_bin
            uuid_extract_timestamp uuid_extract_version generate_series generate_subscripts system_range table
            """;
    private static final String DOCUMENTS = """
            isjson json json_array json_array_elements json_array_elements_text json_array_length json_build_array
            json_build_object json_contains json_contains_path json_depth json_each json_each_text json_exists json_extract
            json_extract_path json_extract_path_text json_insert json_keys json_length json_merge json_merge_patch
            json_merge_preserve json_object json_object_keys json_overlaps json_populate_record json_populate_recordset
            json_pretty json_query json_quote json_remove json_replace json_scalar json_search json_serialize json_set
            json_strip_nulls json_table json_to_record json_to_recordset json_type json_typeof json_unquote json_valid json_value
            jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
            jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_keys
            jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first
            jsonb_populate_record jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls
            jsonb_to_record jsonb_to_recordset jsonb_typeof openjson to_json to_jsonb hstore akeys avals skeys svals each
            array_to_tsvector get_current_ts_config numnode phraseto_tsquery plainto_tsquery querytree setweight strip to_tsquery
            to_tsvector ts_delete ts_filter ts_headline ts_rank ts_rank_cd tsquery_phrase tsvector_to_array
            websearch_to_tsquery match against contains freetext
            """;
    private static final String GEOMETRY = """
            area box center circle diagonal diameter height isclosed isopen line lseg npoints path pclose point polygon popen
            radius slope width abbrev broadcast family host hostmask inet_merge inet_same_family masklen netmask network
            set_masklen st_area st_asbinary st_asewkt st_asgeojson st_astext st_boundary st_buffer st_centroid st_contains
            st_convexhull st_covers st_coveredby st_crosses st_difference st_disjoint st_distance st_distance_sphere
            st_distancesphere st_dwithin st_envelope st_equals st_expand st_geogfromtext st_geohash st_geometryfromtext
            st_geomfromgeojson st_geomfromtext st_geomfromwkb st_intersection st_intersects st_isvalid st_length
            st_makeenvelope st_makepoint st_npoints st_overlaps st_perimeter st_point st_pointfromtext st_setsrid st_simplify
            st_srid st_touches st_transform st_union st_within st_x st_y st_z
            """;
    private static final String SESSION = """
            current_catalog current_database current_schema current_schemas current_setting current_user database
            gen_random_uuid gen_random_bytes has_column_privilege has_database_privilege has_schema_privilege
            has_sequence_privilege has_table_privilege newid obj_description object_id object_name pg_get_constraintdef
            pg_get_expr pg_get_functiondef pg_get_indexdef pg_get_keywords pg_get_serial_sequence pg_get_triggerdef
            pg_get_userbyid pg_get_viewdef pg_column_size pg_table_is_visible pg_type_is_visible rand random random_uuid schema
            schema_name session_user shobj_description suser_name sys_guid system_user to_regclass to_regnamespace to_regproc
            to_regprocedure to_regrole to_regtype user userenv uuid uuid_generate_v1 uuid_generate_v4 uuidv4 uuidv7 version
            """;

    /** What the grammar of PostgreSQL has built in, so that no catalog lists it. */
    private static final String CONSTRUCTS = """
            coalesce greatest least nullif extract overlay position substring trim normalize treat cast row array grouping cube
            rollup columns varying second zone operator merge_action current_date current_time current_timestamp localtime
            localtimestamp json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
            json_serialize json_table json_value xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse
            xmlpi xmlroot xmlserialize xmltable
            """;

    /** Volatile in every catalog, and yet they change nothing that anybody else sees or that outlives the statement. */
    private static final String HARMLESS = """
            random random_normal gen_random_uuid gen_random_bytes gen_salt uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4
            uuidv4 uuidv7 clock_timestamp timeofday pg_sleep pg_sleep_for pg_sleep_until array_sample array_shuffle lo_get
            """;

    /** Stable in every catalog, and yet they tell of one server or session only, or fail on a standby. */
    private static final String OF_SERVER = """
            inet_client_addr inet_client_port inet_server_addr inet_server_port pg_backend_pid pg_conf_load_time pg_config
            pg_cursor pg_get_replication_slots pg_is_other_temp_schema pg_listening_channels pg_my_temp_schema
            pg_postmaster_start_time pg_prepared_statement pg_show_all_settings pg_show_replication_origin_status
            pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned txid_current txid_current_if_assigned
            txid_current_snapshot pg_sequence_last_value
            """;

    private static final Set<String> READ_ONLY =
            words(AGGREGATES, TEXT, NUMBERS, TIMES, VALUES, DOCUMENTS, GEOMETRY, SESSION);
    private static final Set<String> CONSTRUCT = words(CONSTRUCTS);
    private static final Set<String> HARMLESS_VOLATILE = words(HARMLESS);
    private static final Set<String> TELLING_OF_SERVER = words(OF_SERVER);
    private static final Set<String> SEQUENCES = Set.of("nextval", "setval", "next_value_for");
    private static final Set<String> IDENTITIES = Set.of(
            "currval",
            "lastval",
            "last_insert_id",
            "scope_identity",
            "identity",
            "identity_val_local",
            "ident_current");

    private Functions() {}

    private static Set<String> words(String... lists) {
        Set<String> words = new HashSet<>();
        for (String list : lists) {
            words.addAll(Set.of(list.strip().split("\\s+")));
        }
        return Set.copyOf(words);
    }

    /** Whether the function {@code name}, lower-cased, changes nothing: neither rows nor the session nor anything outside. */
    static boolean isReadOnly(String name) {
        return READ_ONLY.contains(unqualified(name));
    }

    /** Whether the name before a parenthesis is no function but a construct of the grammar, unless a user has such a function. */
    static boolean isConstruct(String name) {
        return CONSTRUCT.contains(name);
    }

    /** Whether a function that is declared volatile changes nothing, if it is the one that everybody knows by that name. */
    static boolean isHarmless(String name) {
        return HARMLESS_VOLATILE.contains(name);
    }

    /** Whether a built-in function tells of the server, runs a query that it is given, or fails on a standby. */
    static boolean isOfServer(String name) {
        return TELLING_OF_SERVER.contains(name)
                || name.startsWith("pg_stat_get_")
                || name.startsWith("pg_walfile_name")
                || name.contains("_to_xml");
    }

    /** Whether a function of an extension, whatever it declares, reaches another database or runs a query that it is given. */
    static boolean reachesOutside(String name) {
        return name.startsWith("dblink")
                || name.startsWith("postgres_fdw")
                || name.startsWith("crosstab")
                || name.equals("connectby")
                || name.equals("xpath_table");
    }

    /** Whether the function moves a sequence. */
    static boolean movesSequence(String name) {
        return SEQUENCES.contains(unqualified(name));
    }

    /** Whether the function tells a key that the session has drawn before. */
    static boolean tellsIdentity(String name) {
        return IDENTITIES.contains(unqualified(name));
    }

    /** Whether the function changes a setting of the session. */
    static boolean setsSession(String name) {
        return unqualified(name).equals("set_config");
    }

    /** Only the catalog's own schema holds built-in functions; a user's {@code app.lower} is another function. */
    private static String unqualified(String name) {
        return name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    }
}
