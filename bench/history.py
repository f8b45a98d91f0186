"""Brings a RetailRocket set in: the product beside pandas, each in a process of its own, in turn.

history.py measure --files DIR --work DIR [--rounds N] -- COMMAND...   (COMMAND is the product's command line)
history.py pandas DIR                                                  (one run of the pandas way)

The pandas way is what an analyst would write: read_csv, drop_duplicates, vectorised parsing of the
property values, merge_asof for prices, categories and availability, groupby for sessions and tables.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

SEGMENTS = [0, 5, 20, 100, float("inf")]
SEGMENT_NAMES = ["New", "Occasional", "Regular", "Premium"]


def read_properties(folder, pd):
    parts = []
    for name in ("item_properties_part1.csv", "item_properties_part2.csv", "item_properties.csv"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            parts.append(pd.read_csv(path))
    properties = pd.concat(parts, ignore_index=True)
    value = properties["value"].astype(str)
    prefixed = value.str.startswith("n")
    several = value.str.contains(" ", regex=False)
    properties["has_n_prefix"] = prefixed
    properties["value_count"] = value.str.count(" ") + 1
    single = prefixed & ~several
    properties["value_numeric"] = pd.to_numeric(value.where(single).str[1:], errors="coerce")
    properties["value_type"] = "text"
    properties.loc[several, "value_type"] = "multiple"
    properties.loc[several & prefixed, "value_type"] = "mixed"
    properties.loc[single, "value_type"] = "numeric"
    return properties


def known_of(properties, name, column, pd):
    known = properties.loc[properties["property"] == name, ["timestamp", "itemid", "value"]]
    return known.rename(columns={"value": column}).sort_values("timestamp")


def category_paths(folder, pd):
    tree = pd.read_csv(os.path.join(folder, "category_tree.csv"))
    parents = dict(zip(tree["categoryid"], tree["parentid"]))
    paths = {}
    for category in parents:
        path, at = [], category
        while at == at and at is not None and at not in path:
            path.append(at)
            at = parents.get(at)
        paths[str(int(category))] = "/".join(str(int(step)) for step in reversed(path))
    return paths


def enrich(events, properties, folder, pd):
    events = events.sort_values(["timestamp"]).reset_index(drop=True)
    for name, column in (("categoryid", "category"), ("available", "available")):
        events = pd.merge_asof(events, known_of(properties, name, column, pd), on="timestamp", by="itemid")
    events["category"] = events["category"].map(category_paths(folder, pd))
    prices = properties.loc[properties["property"] == "790", ["timestamp", "itemid", "value_numeric"]]
    prices = prices.rename(columns={"value_numeric": "amount"}).sort_values("timestamp")
    lines = events[events["event"] == "transaction"]
    lines = pd.merge_asof(lines, prices, on="timestamp", by="itemid")
    keys = ["timestamp", "visitorid", "event", "itemid", "transactionid"]
    events = events.merge(lines[keys + ["amount"]], on=keys, how="left")
    when = pd.to_datetime(events["timestamp"], unit="ms")
    events["datetime"], events["date"], events["hour"] = when, when.dt.normalize(), when.dt.hour
    events["day_of_week"] = when.dt.day_name()
    events = events.sort_values(["visitorid", "timestamp"]).reset_index(drop=True)
    pause = events.groupby("visitorid")["timestamp"].diff()
    events["session_id"] = (pause.isna() | (pause > 30 * 60 * 1000)).cumsum()
    total = events.groupby("visitorid")["event"].transform("size")
    events["total_events"] = total
    events["segment"] = pd.cut(total, SEGMENTS, labels=SEGMENT_NAMES)
    for kind, column in (("view", "view_count"), ("transaction", "purchase_count")):
        counts = events[events["event"] == kind].groupby("itemid").size()
        events[column] = events["itemid"].map(counts).fillna(0).astype("int64")
    return events


def counts_of(events, keys, pd):
    kinds = events.pivot_table(index=keys, columns="event", values="timestamp", aggfunc="size", fill_value=0)
    whole = events.groupby(keys).agg(
        unique_users=("visitorid", "nunique"),
        unique_sessions=("session_id", "nunique"),
        total_events=("event", "size"),
        revenue=("amount", "sum"),
    )
    table = whole.join(kinds)
    table["view_to_cart_rate"] = table["addtocart"] / table["view"]
    table["view_to_purchase_rate"] = table["transaction"] / table["view"]
    table["cart_to_purchase_rate"] = table["transaction"] / table["addtocart"]
    return table


def tables(events, pd):
    made = {}
    sessions = events.groupby("session_id").agg(
        user_id=("visitorid", "first"),
        session_start=("datetime", "min"),
        session_end=("datetime", "max"),
        events_count=("event", "size"),
        unique_items=("itemid", "nunique"),
        segment=("segment", "first"),
        total_events=("total_events", "first"),
    )
    sessions["duration"] = (sessions["session_end"] - sessions["session_start"]).dt.total_seconds()
    made["sessions_enriched"] = sessions
    made["transactions_enriched"] = events[events["event"] == "transaction"]
    daily = counts_of(events, "date", pd)
    daily["unique_products"] = events.groupby("date")["itemid"].nunique()
    orders = events[events["event"] == "transaction"].groupby(["date", "transactionid"])["amount"].sum().reset_index()
    daily = daily.join(orders.groupby("date")["amount"].agg(["mean", "min", "max"]))
    daily["ma7_revenue"] = daily["revenue"].rolling(7, min_periods=1).mean()
    daily["ma7_users"] = daily["unique_users"].rolling(7, min_periods=1).mean()
    by_segment = events.groupby(["date", "segment"], observed=True)["visitorid"].nunique().unstack(fill_value=0)
    made["daily_metrics"] = daily.join(by_segment)
    made["daily_funnel"] = daily[["view", "addtocart", "transaction"]]
    made["hourly_analysis"] = counts_of(events, "hour", pd)
    made["segment_performance"] = counts_of(events.assign(segment=events["segment"].astype(str)), "segment", pd)
    products = counts_of(events, "itemid", pd)
    products = products.join(events.groupby("itemid")["category"].last())
    products = products.join(events.groupby("itemid")["amount"].agg(["mean", "min", "max"]))
    made["products_summary"] = products.sort_values("revenue", ascending=False)
    made["product_performance"] = products
    first = events.groupby("visitorid").head(10)
    journey = first.groupby("visitorid")["event"].agg(" -> ".join).to_frame("journey")
    spans = events.groupby("visitorid").agg(first=("datetime", "min"), last=("datetime", "max"), total=("event", "size"))
    made["user_journey"] = journey.join(spans)
    return made


def pandas_way(folder):
    import pandas as pd

    events = pd.read_csv(os.path.join(folder, "events.csv"))
    raw = len(events)
    events = events.drop_duplicates()
    events = events[(events["timestamp"] > 0) & (events["visitorid"] >= 0) & (events["itemid"] >= 0)]
    events = events[events["event"].isin(["view", "addtocart", "transaction"])]
    events = events[(events["event"] != "transaction") | events["transactionid"].notna()]
    properties = read_properties(folder, pd)
    enriched = enrich(events, properties, folder, pd)
    made = tables(enriched, pd)
    figures = {
        "raw": raw,
        "kept": len(enriched),
        "visitors": int(enriched["visitorid"].nunique()),
        "products": int(enriched["itemid"].nunique()),
        "sessions": len(made["sessions_enriched"]),
        "days": len(made["daily_metrics"]),
        "lines_without_price": int((made["transactions_enriched"]["amount"].isna()).sum()),
        "properties": len(properties),
    }
    print(json.dumps(figures))


def timed(command):
    """Wall seconds, CPU seconds, most memory in MB, and what it printed last."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: {command[0]} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, json.loads(printed.strip().splitlines()[-1])


def agree(ours, theirs):
    """Every figure that both have must be the same, or nothing was measured."""
    pairs = {
        "raw": ours["events"]["raw"],
        "kept": ours["events"]["kept"],
        "visitors": ours["visitors"],
        "products": ours["products"],
        "sessions": ours["sessions_by_inactivity"],
        "lines_without_price": ours["lines_without_price"],
        "properties": ours["properties"]["rows"],
    }
    for name, value in pairs.items():
        if theirs[name] != value:
            sys.exit(f"bench: {name} is {value}, by pandas {theirs[name]}")


def measure(files, work, rounds, product):
    peer = [sys.executable, os.path.abspath(__file__), "pandas", files]
    ways = {"product": [], "pandas": []}
    for number in range(rounds):
        data = os.path.join(work, "history-data")
        shutil.rmtree(data, ignore_errors=True)
        print(f"bench: round {number + 1} of {rounds}", file=sys.stderr)
        ours = timed(product + ["import", "retailrocket", files, "--data", data, "--json"])
        theirs = timed(peer)
        agree(ours[3], theirs[3])
        ways["product"].append(ours[:3])
        ways["pandas"].append(theirs[:3])
        shutil.rmtree(data, ignore_errors=True)
    print(f"{'way':<10} {'wall s':>8} {'CPU s':>8} {'most MB':>8}")
    median = {}
    for way, runs in ways.items():
        median[way] = [statistics.median(run[i] for run in runs) for i in range(3)]
        print(f"{way:<10} {median[way][0]:>8.1f} {median[way][1]:>8.1f} {median[way][2]:>8.0f}")
    ratio = median["pandas"][0] / median["product"][0]
    print(f"pandas / product, wall: {ratio:.2f}")
    print(json.dumps({"benchmark": "history", "rounds": rounds, "wall_ratio": ratio, "runs": ways}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("pandas")
    one.add_argument("folder")
    both = commands.add_parser("measure")
    both.add_argument("--files", required=True)
    both.add_argument("--work", required=True)
    both.add_argument("--rounds", type=int, default=3)
    both.add_argument("product", nargs="+")
    options = parser.parse_args()
    if options.command == "pandas":
        pandas_way(options.folder)
    else:
        measure(options.files, options.work, options.rounds, options.product)


if __name__ == "__main__":
    main()
