/** The same methods in Python, timed the same way; prints seconds by "method size". */
export const PYTHON_METHODS = `
import json, statistics, sys, time
import numpy, pandas
import statsmodels.api as sm

request = json.loads(sys.argv[1])

def per_call(work):
    work()
    timings = []
    for _ in range(request["rounds"]):
        started, calls = time.perf_counter(), 0
        while time.perf_counter() - started < 0.05:
            work()
            calls += 1
        timings.append((time.perf_counter() - started) / calls)
    return statistics.median(timings)

def fit(y, columns):
    result = sm.OLS(y, sm.add_constant(columns)).fit()
    return result.params, result.bse, result.pvalues, result.conf_int(), result.rsquared

seconds = {}
for size in map(int, request["sizes"]):
    a, b, c, d = numpy.random.default_rng(1).random((4, size))
    values = a.tolist()
    series, frame = pandas.Series(a), pandas.DataFrame({"a": a, "b": b, "c": c, "d": d})
    methods = {
        "movingTotal, width 5": lambda: series.rolling(5, center=True).sum(),
        "movingTotal, width 9": lambda: series.rolling(9, center=True).sum(),
        "movingTotal, width 5, from and to lists": lambda: pandas.Series(values).rolling(5, center=True).sum().tolist(),
        "pearson": lambda: numpy.corrcoef(a, b)[0, 1],
        "correlationMatrix, 4 columns": lambda: frame.corr(),
        "linearTrend": lambda: numpy.polyfit(a, b, 1),
        "ols, 3 columns": lambda: fit(d, numpy.column_stack([a, b, c])),
    }
    for name, work in methods.items():
        seconds[f"{name} {size}"] = per_call(work)
print(json.dumps(seconds))
`;
