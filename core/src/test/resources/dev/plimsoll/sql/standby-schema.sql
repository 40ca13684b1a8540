-- What the statements of the folder standby are run on. Read as one script by the superuser; role clerk runs the statements.
create role clerk login;
create schema app;
grant all on schema app to clerk;
grant all on schema public to clerk;
create extension hstore;
create extension pgcrypto;
create extension citext;
create extension pg_trgm;
create extension tablefunc;
create extension dblink;
create extension file_fdw;
create extension postgres_fdw;

create table customer (id int primary key, name text not null, city text, born date, data jsonb, tags text[], at timestamptz);
insert into customer select i, 'name ' || i, (array['Kiel', 'Bremen', 'Emden'])[1 + i % 3], date '1980-01-01' + i,
    jsonb_build_object('n', i, 'kind', i % 2), array['a', 'b' || i], timestamptz '2026-01-01 00:00Z' + i * interval '1 hour'
    from generate_series(1, 30) i;
create table orders (id int primary key, customer_id int references customer, total numeric(10, 2), note text);
insert into orders select i, 1 + i % 30, i * 1.5, case when i % 4 = 0 then 'n' || i end from generate_series(1, 60) i;
create table audit (id int generated always as identity, what text);
create table app.orders (id int primary key, kind text);
insert into app.orders values (1, 'x'), (2, 'y');
create table "Mixed Case" (id int, "select" text);
insert into "Mixed Case" values (1, 'a');
create table "temp" (id int);
create table large (id int, object oid);
insert into large values (1, lo_from_bytea(777777, 'abc'));
grant select on large object 777777 to clerk;
create unlogged table volatile_cache (id int, value text);
create unlogged table app."Cache" (id int);
create sequence counter;
create materialized view totals as select customer_id, sum(total) as total from orders group by customer_id;

create table measure (id int, day date, value int) partition by range (day);
create table measure_2025 partition of measure for values from ('2025-01-01') to ('2026-01-01');
create table measure_2026 partition of measure for values from ('2026-01-01') to ('2027-01-01');
insert into measure select i, date '2025-12-01' + i, i from generate_series(1, 60) i;
create table mixed (id int, part int) partition by list (part);
create table mixed_logged partition of mixed for values in (1);
create unlogged table mixed_unlogged partition of mixed for values in (2);
create table parent (id int);
create table child (extra int) inherits (parent);
insert into child values (1, 2);
create table parent_of_unlogged (id int);
create unlogged table unlogged_child () inherits (parent_of_unlogged);

create server files foreign data wrapper file_fdw;
create foreign table passwords (line text) server files options (filename '/etc/passwd');
create table half_foreign (line text, part int) partition by list (part);
create foreign table half_foreign_1 partition of half_foreign for values in (1) server files options (filename '/etc/passwd');

-- Functions that only read.
create function doubled(int) returns int immutable language sql as 'select $1 * 2';
create function cents(numeric) returns bigint immutable language plpgsql as 'begin return round($1 * 100); end';
create function orders_of(int) returns bigint stable language sql as 'select count(*) from public.orders where customer_id = $1';
create function name_of(c int) returns text stable language plpgsql as $$
declare result text;
begin
    -- not writer()
    select name into result from public.customer where id = c;
    return coalesce(result, 'call writer() now');
end $$;
create function parsed(int) returns int immutable language sql return $1 + 1;
create function parsed_orders(int) returns bigint stable language sql begin atomic select count(*) from orders where customer_id = $1; end;
create function customers_in(text) returns setof customer stable language sql as 'select * from public.customer where city = $1';
create function definer_reads() returns bigint stable security definer set search_path = public language sql
    as 'select count(*) from orders';
create function app.reads(int) returns int stable language sql as 'select $1';
create function reads_many(variadic int[]) returns int immutable language sql as 'select cardinality($1)';
create function display(customer) returns text stable language sql as $$ select $1.name || ', ' || $1.city $$;
create function "Quoted Reader"(int) returns int immutable language sql as 'select $1';
create function sum_of_squares_step(bigint, int) returns bigint immutable language sql as 'select $1 + $2 * $2';
create aggregate sum_of_squares(int) (sfunc = sum_of_squares_step, stype = bigint, initcond = '0');

-- Functions that are volatile but only read: nobody can know.
create function volatile_reader() returns bigint language sql as 'select count(*) from public.orders';
create function volatile_pure(int) returns int language plpgsql as 'begin return $1; end';

-- Functions that do more.
create function writer() returns int language sql security definer as $$ insert into public.audit (what) values ('w'); select 1 $$;
create function writer_of(text) returns text language plpgsql security definer as $$
begin insert into public.audit (what) values ($1); return $1; end $$;
create function sly(int) returns int stable language sql as 'select public.writer()';
create function sly_plpgsql() returns int stable language plpgsql as 'begin return writer(); end';
create function slyer() returns int stable language plpgsql as 'begin return sly(1); end';
create function sly_parsed() returns int stable language sql return writer();
create function sly_immutable(int) returns int immutable language plpgsql as $$ begin return writer(); end $$;
create function sly_dynamic(text) returns int stable language plpgsql as $$ declare r int; begin execute $1 into r; return r; end $$;
create function sly_sequence() returns bigint stable language sql as $$ select nextval('public.counter') $$;
create function sly_lock() returns text stable language sql as 'select pg_advisory_lock(7)::text';
create function sly_setting() returns text stable language sql as $$ select set_config('app.sly', 'x', false) $$;
create function sly_cache() returns bigint stable language sql as 'select count(*) from public.volatile_cache';
create function definer_writes() returns int security definer language sql as 'select writer()';
create function locks() returns text language sql as 'select pg_advisory_lock(8)::text';
create function sets() returns text language sql as $$ select set_config('app.sets', 'x', false) $$;
create function temporary() returns int language plpgsql as 'begin create temp table if not exists made (id int); return 1; end';
create function over(int) returns int immutable language sql as 'select 1';
create function overloaded(int) returns int immutable language sql as 'select 1';
create function overloaded(text) returns int language sql as 'select public.writer()';
create function app.initcap(text) returns text language sql as 'select public.writer_of($1)';
create function app.upper(int) returns text immutable language sql as $$ select 'u' || $1 $$;
create function touch(orders) returns int language sql as 'select public.writer()';
create function "Quoted Writer"(int) returns int language sql as 'select public.writer()';
create function writing_step(bigint, int) returns bigint language sql as 'select public.writer()::bigint';
create aggregate writing_sum(int) (sfunc = writing_step, stype = bigint, initcond = '0');
create procedure procedure() language sql as 'insert into public.audit (what) values ($$p$$)';

-- Types, operators and casts.
create domain positive as int check (value > 0);
create domain watched as int check (writer_of(value::text) is not null);
create domain very_watched as watched;
create function takes_watched(watched) returns int immutable language sql as 'select 1';
create function similar_enough(text, text) returns boolean immutable language sql as 'select lower($1) = lower($2)';
create operator === (leftarg = text, rightarg = text, function = similar_enough);
create function writing_operator(text, text) returns boolean language sql as 'select public.writer() = 1';
create operator <<>> (leftarg = text, rightarg = text, function = writing_operator);

-- Views.
create view customer_names as select id, upper(name) as name from customer;
create view customer_orders as select n.name, o.total from customer_names n join orders o on o.customer_id = n.id;
create view with_random as select id, random() as r from customer;
create view with_function as select id, orders_of(id) as n from customer;
create view with_parsed as select parsed(id) as p from customer;
create view over_partitions as select * from measure;
create view over_totals as select * from totals;
create view over_catalog as select relname from pg_class where relkind = 'v';
create view with_operator as select id from customer where city === 'KIEL';
create view writing as select id, writer() as w from customer;
create view over_writing as select id from writing;
create view numbering as select nextval('counter') as n;
create view locking as select pg_try_advisory_lock(9) as l;
create view setting as select set_config('app.view', 'x', false) as s;
create view sly_view as select sly(1) as s;
create view over_unlogged as select * from volatile_cache;
create view over_over_unlogged as select count(*) from over_unlogged;
create view over_mixed as select * from mixed;
create view over_foreign as select * from passwords;
create view over_sequence as select last_value from counter;
create view over_activity as select pid from pg_stat_activity;
create view with_bad_operator as select id from customer where city <<>> 'x';
create view with_watched as select id::watched as w from customer;
create view with_pid as select pg_backend_pid() as pid;
create view with_volatile_reader as select volatile_reader() as n;
create view in_subquery as select id from customer where exists (select 1 from orders where writer() = 1);
create table ruled (id int);
create rule ruled_insert as on insert to ruled do also insert into audit (what) values ('r');

-- Row security.
create table secured (id int, owner text);
insert into secured values (1, 'clerk'), (2, 'other');
alter table secured enable row level security;
create policy own on secured for select using (owner = current_user);
create table tenants (id int, tenant text);
insert into tenants values (1, 'a'), (2, 'b');
alter table tenants enable row level security;
create policy tenant on tenants using (tenant = coalesce(current_setting('app.tenant', true), 'a'));
create table watched_rows (id int);
insert into watched_rows values (1);
alter table watched_rows enable row level security;
create policy watch on watched_rows for select using (writer_of(id::text) is not null);
create view over_watched_rows as select * from watched_rows;
create table write_watched (id int);
alter table write_watched enable row level security;
create policy all_read on write_watched for select using (true);
create policy watch_insert on write_watched for insert with check (writer_of(id::text) is not null);

grant all on all tables in schema public, app to clerk;
grant all on all sequences in schema public, app to clerk;
grant usage on foreign server files to clerk;
create table mine (id int);
alter table mine owner to clerk;
