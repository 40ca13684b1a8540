create table customer (
    id bigint primary key,
    name varchar(80) not null,
    harbour varchar(40) not null
);
create index customer_harbour on customer (harbour);

create table product (
    id bigint primary key,
    name varchar(80) not null unique,
    cents bigint not null
);

create table stock (
    product_id bigint primary key references product,
    pieces integer not null check (pieces >= 0)
);

create table orders (
    id bigint primary key,
    customer_id bigint not null references customer,
    state varchar(20) not null,
    placed_at timestamp with time zone not null,
    cents bigint not null
);
create index orders_customer on orders (customer_id);
create sequence orders_seq start with 100001 increment by 50;

create table order_line (
    id bigint primary key,
    order_id bigint not null references orders,
    product_id bigint not null references product,
    title varchar(80) not null,
    pieces integer not null,
    cents bigint not null
);
create index order_line_order on order_line (order_id);
create index order_line_product on order_line (product_id);
create sequence order_line_seq start with 100001 increment by 50;

create table review (
    id bigint primary key,
    product_id bigint not null references product,
    customer_id bigint not null references customer,
    stars integer not null,
    words varchar(200) not null
);
create index review_product on review (product_id);
