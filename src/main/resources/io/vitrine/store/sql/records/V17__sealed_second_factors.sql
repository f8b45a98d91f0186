-- Secrets of second factors are sealed with a key that stands beside the records, which makes them
-- longer. The program seals those that are there when it starts.
alter table second_factors alter column secret set data type varchar(200);
