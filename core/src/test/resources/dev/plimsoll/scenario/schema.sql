-- The ids of no two tables overlap, so that a value says where it came from.
create alias takes for 'dev.plimsoll.scenario.Time.takes';
create alias swept for 'dev.plimsoll.scenario.Sweep.passes';

create table blog (id bigint primary key, name varchar(40));
insert into blog select 100 + x, 'blog ' || x from system_range(1, 3);

-- Twenty posts in each blog, twenty authors with one in each.
create table post (id bigint primary key, blog bigint, author_id bigint, title varchar(40), created timestamp);
insert into post select 1000 + x, 101 + mod(x, 3), 2001 + mod(x, 20), 'post ' || x, timestamp '2026-01-01 00:00:00'
from system_range(1, 60);
create index post_blog on post (blog);
create sequence post_sequence start with 1100;

-- Two comments on each post.
create table comment (id bigint primary key, post_id bigint, text varchar(40));
insert into comment select 10000 + x, 1001 + mod(x, 60), 'comment ' || x from system_range(1, 120);
create index comment_post on comment (post_id);

create table audit (id bigint generated always as identity primary key, post_id bigint);

create table users (id bigint primary key, login varchar(40), email varchar(40), company_id bigint, team_id bigint);
insert into users select 2000 + x, 'login ' || x, 'email ' || x, 3000 + x, 4001 + mod(x, 4) from system_range(1, 60);
create table company (id bigint primary key, name varchar(40));
insert into company select 3000 + x, 'company ' || x from system_range(1, 60);
create table team (id bigint primary key, name varchar(40));
insert into team select 4000 + x, 'team ' || x from system_range(1, 4);
create table profile (id bigint primary key, user_id bigint);
insert into profile select 5000 + x, 2000 + x from system_range(1, 60);
create table address (id bigint primary key, profile_id bigint, country_id bigint);
insert into address select 5500 + x, 5000 + x, 601 + mod(x, 3) from system_range(1, 60);
create table country (id bigint primary key, name varchar(40));
insert into country select 600 + x, 'country ' || x from system_range(1, 195);

-- A binary tree of 31.
create table category (id bigint primary key, parent_id bigint);
insert into category select 6000 + x, case x when 1 then null else 6000 + x / 2 end from system_range(1, 31);

create table book (id bigint primary key, author_id bigint, publisher_id bigint);
insert into book select 7000 + x, 7100 + x, 7200 + x from system_range(1, 10);
create table author (id bigint primary key, name varchar(40));
insert into author select 7100 + x, 'author ' || x from system_range(1, 10);
create table publisher (id bigint primary key, name varchar(40));
insert into publisher select 7200 + x, 'publisher ' || x from system_range(1, 10);

create table orders (id bigint primary key, state varchar(10), version int);
insert into orders select 8000 + x, 'new', 1 from system_range(1, 40);
create table item (id bigint primary key, order_id bigint, qty int);
insert into item select 8100 + x, 8001 + mod(x, 40), 1 from system_range(1, 120);

create table academic_cycle (id bigint primary key, starts date, ends date);
insert into academic_cycle values (9001, date '2025-09-01', date '2026-08-31'), (9002, date '2026-09-01', date '2027-08-31');
create table log_entry (id bigint primary key, written timestamp);
insert into log_entry select 9100 + x, timestamp '2026-01-01 00:00:00' from system_range(1, 20);
