/** Names of constants and the JSON for them, also where they are reached through a module: `np.True_`, `pd.NA`. */
export const WORDS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
  ["NaT", "null"],
  ["NA", "null"],
  ["masked", "null"],
]);

/** Names of numbers that JSON does not have. */
export const NO_NUMBER = /^(?:nan|NaN|NAN|inf|Inf|INF|Infinity|infinity|NINF|PINF)$/;

/** Calls whose first argument is a list, or a single value where NumPy made a scalar. */
export const LISTS =
  /^(?:array|asarray|ndarray|matrix|list|tuple|deque|Index|DatetimeIndex|CategoricalIndex|Int64Index|Float64Index|MultiIndex|masked_array)$/;

export const NUMBERS =
  /^(?:float|int|float16|float32|float64|float128|longdouble|double|single|half|int8|int16|int32|int64|uint8|uint16|uint32|uint64|intc|uintc|long|ulong|longlong|ulonglong|Decimal)$/;

export const BOOLEANS = /^bool_?$/;

/** Calls that make a text, or a date from a text. */
export const TEXTS =
  /^(?:str|str_|bytes_|UUID|Path|PosixPath|PurePosixPath|WindowsPath|PureWindowsPath|Timestamp|datetime64|Period|ZoneInfo)$/;

export const DICTS = /^(?:dict|OrderedDict|defaultdict|Counter|mappingproxy)$/;
