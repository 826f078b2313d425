"""The kernel for JavaScript in Jupyter's own test suite: python3 test_javascript.py, with egov-kz-js installed."""

import unittest

import jupyter_kernel_test
from jupyter_kernel_test import TIMEOUT


class JavaScriptKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "egov-kz-js"
    language_name = "javascript"
    file_extension = ".js"

    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("a warning");'
    completion_samples = [
        {"text": "Math.hyp", "matches": {"hypot"}},
        {"text": "Number.isSafe", "matches": {"isSafeInteger"}},
        {"text": 'require("node:path").basen', "matches": {"basename"}},
    ]
    complete_code_samples = ["1 + 1", "const f = (x) => x * x;", "await f()", "<b>markup</b>", "", "// a comment"]
    incomplete_code_samples = ["function f(x) {", "const a = [1,", "const text = `first line", "/* a comment", "1 +"]
    invalid_code_samples = ["let let let", "const = 1;", "f(]", "}"]
    code_page_something = "parseFloat?"
    code_generate_error = 'throw new RangeError("as asked");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "[3, 1, 2].sort();", "result": "[ 1, 2, 3 ]"},
        {"code": "await Promise.resolve(1n)", "result": "1n"},
        {"code": 'require("node:path").basename("a/b.txt")', "result": "b.txt"},
        {"code": 'import { mean } from "simple-statistics"; mean([1, 2, 6])', "result": "3"},
        {"code": "({ $display: () => ({ 'text/html': '<b>bold</b>' }) })", "mime": "text/html", "result": "<b>bold</b>"},
    ]
    code_display_data = [
        {"code": 'import { display } from "tslab"; display.html("<b>bold</b>");', "mime": "text/html"},
        {"code": 'require("tslab").display.png(new Uint8Array([1, 2, 3]));', "mime": "image/png"},
    ]
    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "parseFloat"
    code_clear_output = "console.clear();"

    def test_it_says_of_its_language_what_jslab_says(self):
        self.flush_channels()
        self.kc.kernel_info()
        info = self.kc.get_shell_msg(timeout=TIMEOUT)["content"]["language_info"]
        self.assertRegex(info.pop("version"), r"^\d+\.\d+\.\d+$")
        self.assertEqual(info, {"name": "javascript", "mimetype": "text/javascript", "file_extension": ".js"})

    def test_a_module_cell_is_in_javascript(self):
        self.flush_channels()
        self.execute_helper("/** @module helper */\n/** @param {number} n */\nexport const twice = (n) => 2 * n;")
        _, [result] = self.execute_helper('import { twice } from "./helper"; twice(21)')
        self.assertEqual(result["content"]["data"]["text/plain"], "42")
        _, [error] = self.execute_helper('import { twice } from "./helper"; twice("text")')
        self.assertIn("TS2345", error["content"]["evalue"])

    def test_objects_and_required_modules_stay_known(self):
        """Stock jslab knows them in the next cell alone."""
        self.flush_channels()
        for code, text in (
            ('const o = { a: 1 };\nconst fs = require("node:fs");\nconst late = {};\nlate.b = 2', "2"),
            ("1", "1"),
            ("[o.a, late.b, typeof fs.existsSync]", "[ 1, 2, 'function' ]"),
            ("const o = 5;\nlet fs = 6;\no", "5"),
            ("1", "1"),
            ("[o.toFixed(1), fs.toFixed(1)]", "[ '5.0', '6.0' ]"),
        ):
            self.assertEqual(self.execute_helper(code)[1][0]["content"]["data"]["text/plain"], text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
