create table migrated (id int);
