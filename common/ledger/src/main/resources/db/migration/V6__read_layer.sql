-- The read layer lists what is newest first, of some brokers at once, and looks up an order's fills; without these it
-- reads whole tables for a page.
create index signals_newest on signals (broker, recorded_at desc, id desc);
create index orders_newest on orders (broker, recorded_at desc, id desc);
create index fills_newest on fills (broker, recorded_at desc, id desc);
create index fills_order on fills (order_id);
