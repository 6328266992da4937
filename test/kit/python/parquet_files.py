"""parquet_files.py write FOLDER: Parquet files of every kind of column, compression and page, a thousand rows and more in one.

parquet_files.py compare FILE: holds rows that were read from FILE, JSON lines on stdin, against what pyarrow reads; prints a JSON list of
the places that differ.
"""

import base64
import datetime
import decimal
import json
import random
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

MEDIUM = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
TURN = pa.struct([("role", pa.string()), ("content", pa.string()), ("weight", pa.int64())])
TYPES = {
    "messages": pa.list_(TURN),
    "id": pa.int64(),
    "small": pa.int8(),
    "unsigned": pa.uint64(),
    "unsigned32": pa.uint32(),
    "float": pa.float64(),
    "float32": pa.float32(),
    "half": pa.float16(),
    "date": pa.date32(),
    "ms": pa.timestamp("ms"),
    "us": pa.timestamp("us"),
    "ns": pa.timestamp("ns", tz="UTC"),
    "money": pa.decimal128(20, 2),
    "share": pa.decimal128(9, 9),
    "count": pa.decimal128(38, 0),
    "wide": pa.decimal256(60, 30),
    "raw": pa.binary(),
    "fixed": pa.binary(4),
    "image": MEDIUM,
    "images": pa.list_(MEDIUM),
    "map": pa.map_(pa.string(), pa.int64()),
    "lists": pa.list_(pa.list_(pa.string())),
    "nested": pa.struct([("a", pa.struct([("b", pa.list_(pa.int64()))]))]),
    "__proto__": pa.string(),
    "inner": pa.struct([("__proto__", pa.int64()), ("1", pa.string()), ("0", pa.string())]),
    "large": pa.large_string(),
    "yes": pa.bool_(),
    "nothing": pa.null(),
    "time": pa.time64("us"),
    "time ms": pa.time32("ms"),
    "time ns": pa.time64("ns"),
    "duration": pa.duration("us"),
    "durations": pa.list_(pa.struct([("s", pa.duration("s")), ("ms", pa.duration("ms"))])),
    "duration by name": pa.map_(pa.string(), pa.duration("us")),
}
DAY = {"s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}
TEXTS = ["", "a", "안녕 😀", "\ufeffmark", 'q"\\\n', "\u2028", "__proto__", "7"]


def value_of(kind, chance):
    if chance.random() < 0.15:
        return None
    if pa.types.is_list(kind):
        return [value_of(kind.value_type, chance) for _ in range(chance.randrange(4))]
    if pa.types.is_struct(kind):
        return {field.name: value_of(field.type, chance) for field in kind}
    if pa.types.is_map(kind):
        keys = chance.sample(TEXTS, chance.randrange(4))
        return [(key, value_of(kind.item_type, chance)) for key in keys]
    if pa.types.is_fixed_size_binary(kind):
        return chance.randbytes(kind.byte_width)
    if pa.types.is_binary(kind):
        return chance.choice([b"", b"\xff\xd8\xff\xe0", b"plain text", chance.randbytes(9)])
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return chance.choice(TEXTS)
    if pa.types.is_boolean(kind):
        return chance.random() < 0.5
    if pa.types.is_decimal(kind):
        top = 10 ** chance.randrange(1, kind.precision + 1) - 1
        return decimal.Decimal(chance.randint(-top, top)).scaleb(-kind.scale)
    if pa.types.is_floating(kind):
        return chance.choice([0.1, -0.0, 1.0, 3.5, 1e300 if kind == pa.float64() else 7.0, float("nan"), float("-inf")])
    if pa.types.is_timestamp(kind):
        return chance.randint(-(10**17), 10**17) // {"ms": 10**6, "us": 10**3, "ns": 1}[kind.unit]
    if pa.types.is_time(kind):
        return chance.choice([chance.randrange(DAY[kind.unit]), chance.randrange(86400) * DAY[kind.unit] // 86400])
    if pa.types.is_duration(kind):
        return chance.choice([0, -1, chance.randrange(-9, 9) * DAY[kind.unit], chance.randint(-(10**9), 10**9)])
    if pa.types.is_date(kind):
        return chance.randint(-30000, 30000)
    if pa.types.is_integer(kind):
        low = 0 if pa.types.is_unsigned_integer(kind) else -(2 ** (kind.bit_width - 1))
        return chance.choice([low, low + 2**kind.bit_width - 1, 2 ** (kind.bit_width - 2) + 1, chance.randrange(9)])
    return None


def write(folder):
    chance = random.Random(7)
    decimal.getcontext().prec = 80

    def table(rows):
        return pa.table({name: pa.array([value_of(kind, chance) for _ in range(rows)], kind) for name, kind in TYPES.items()})

    for codec in ["none", "snappy", "gzip", "zstd", "lz4", "brotli"]:
        for page in ["1.0", "2.0"]:
            name = f"{codec}-{page}.parquet"
            pq.write_table(
                table(7), folder / name, compression=codec, data_page_version=page, use_dictionary=page == "1.0", row_group_size=3
            )
    whole = table(1300)
    pq.write_table(whole.drop_columns(["ns"]), folder / "int96.parquet", use_deprecated_int96_timestamps=True)
    pq.write_table(whole, folder / "many.parquet", store_decimal_as_integer=True)


def expected(kind, value):
    """The JSON of a value, as json.loads would give it with Decimal for floats."""
    if value is None:
        return None
    if pa.types.is_list(kind):
        return [expected(kind.value_type, each) for each in value]
    if pa.types.is_struct(kind):
        return {field.name: expected(field.type, value[field.name]) for field in kind}
    if pa.types.is_map(kind):
        return {key: expected(kind.item_type, each) for key, each in value}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return ("seconds", decimal.Decimal(value // datetime.timedelta(microseconds=1)).scaleb(-6))
    if isinstance(value, decimal.Decimal):
        return int(value) if kind.scale == 0 else ("digits", f"{value:f}")
    if isinstance(value, float):
        return ("float", repr(value))
    return value


def read(kind, value):
    """What was read, in the same form."""
    if isinstance(value, dict):
        if pa.types.is_map(kind):
            return {key: read(kind.item_type, each) for key, each in value.items()}
        return {key: read(kind.field(key).type, each) for key, each in value.items()}
    if isinstance(value, list):
        return [read(kind.value_type, each) for each in value]
    if pa.types.is_duration(kind) and value is not None:
        return ("seconds", decimal.Decimal(str(value).replace("PT", "").removesuffix("S")))
    if isinstance(value, Written):
        return ("digits", str(value)) if pa.types.is_decimal(kind) else ("float", repr(float(value)))
    return value


class Written(str):
    """The digits of a number that is no integer."""


def compare(path):
    table = pq.read_table(path)
    for n, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type):
            written = [None if each is None else each.replace(" ", "T") for each in table.column(n).cast(pa.string()).to_pylist()]
            table = table.set_column(n, field.name, pa.array(written, pa.string()))
        if field.type == pa.time64("ns"):
            written = [each and each.removesuffix("." + "0" * 9) for each in table.column(n).cast(pa.string()).to_pylist()]
            table = table.set_column(n, field.name, pa.array(written, pa.string()))
    rows = [json.loads(line, parse_float=Written, parse_constant=Written) for line in sys.stdin]
    wrong = [] if len(rows) == table.num_rows else [["rows", len(rows), table.num_rows]]
    for n, (row, true) in enumerate(zip(rows, table.to_pylist())):
        if list(row) != table.column_names:
            wrong.append([n, list(row)])
        for field in table.schema:
            ours, theirs = read(field.type, row.get(field.name)), expected(field.type, true[field.name])
            if ours != theirs:
                wrong.append([n, field.name, repr(ours), repr(theirs)])
    print(json.dumps(wrong[:20]))


if __name__ == "__main__":
    {"write": write, "compare": compare}[sys.argv[1]](Path(sys.argv[2]))
