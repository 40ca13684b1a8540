-- 1,200 customers, 200 products, 5,000 orders of four lines each, 3,000 reviews; the same every time.

create table counting (n integer primary key);

insert into counting (n)
with digit as (select d from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as digits (d))
select 1 + ones.d + 10 * tens.d + 100 * hundreds.d + 1000 * thousands.d
from digit ones cross join digit tens cross join digit hundreds cross join digit thousands
where thousands.d < 5;

insert into customer (id, name, harbour)
select n, concat('Captain No. ', n),
    case mod(n, 4) when 0 then 'Bristol' when 1 then 'Deptford' when 2 then 'Leith' else 'Whitby' end
from counting where n <= 1200;

insert into product (id, name, cents)
select n, concat(
    case mod(n, 10) when 0 then 'Anchor' when 1 then 'Block' when 2 then 'Compass' when 3 then 'Davit'
        when 4 then 'Ensign' when 5 then 'Fender' when 6 then 'Gaff' when 7 then 'Hawser' when 8 then 'Irons' else 'Jib' end,
    ' No. ', 100 + n), 100 + mod(n * 7919, 9000)
from counting where n <= 200;

insert into stock (product_id, pieces) select id, 10000 from product;

-- Twenty-five customers have come often.
insert into orders (id, customer_id, state, placed_at, cents)
select n, case when n <= 1000 then 1 + mod(n, 25) else 1 + mod(n * 7, 1200) end,
    case when n <= 4000 then 'PAID' else 'PLACED' end,
    timestamp with time zone '2026-01-01 08:00:00+00:00' + n * interval '10' minute, 0
from counting;

insert into order_line (id, order_id, product_id, title, pieces, cents)
select 4 * o.n + line.k, o.n, p.id, p.name, 1 + mod(o.n + line.k, 3), p.cents
from counting o
cross join (values (0), (1), (2), (3)) as line (k)
join product p on p.id = 1 + mod(o.n * 31 + line.k * 17, 200);

update orders set cents = (select sum(l.pieces * l.cents) from order_line l where l.order_id = orders.id);

insert into review (id, product_id, customer_id, stars, words)
select n, 1 + mod(n, 200), 1 + mod(n * 13, 1200), 1 + mod(n * 7, 5), concat('It has held in a gale of force ', mod(n, 12))
from counting where n <= 3000;

drop table counting;
