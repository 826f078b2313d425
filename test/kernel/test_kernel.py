"""The protocol as Jupyter's own test suite sees it: python3 test_kernel.py, with the kernel egov-kz installed."""

import unittest

import jupyter_kernel_test
from jupyter_kernel_test import TIMEOUT


class EgovKzKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "egov-kz"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("a warning");'
    completion_samples = [
        {"text": "Math.hyp", "matches": {"hypot"}},
        {"text": "Number.isSafe", "matches": {"isSafeInteger"}},
        {"text": '"\U0001f600".trimSt', "matches": {"trimStart"}},
    ]
    complete_code_samples = [
        "1 + 1",
        "const a = [1, 2, 3];",
        "function f(x: number): number { return x; }",
        "await Promise.resolve(1)",
        "",
        "// only a comment",
    ]
    incomplete_code_samples = [
        "function f(x: number) {",
        "const a = [1,",
        "if (true) {\n  f(1);",
        "const text = `first line",
        "/* a comment",
        "1 +",
    ]
    invalid_code_samples = ["let let let", "const = 1;", "f(]", "}"]
    code_page_something = "parseFloat?"
    code_generate_error = 'throw new RangeError("as asked");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "'text'"},
        {"code": "[1, 2, 3].map((x) => x * x)", "result": "[ 1, 4, 9 ]"},
        {"code": "null", "result": "null"},
        {"code": "await Promise.resolve(1n)", "result": "1n"},
        {
            "code": '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>bold</b>" }) })',
            "mime": "text/html",
            "result": "<b>bold</b>",
        },
    ]
    code_display_data = [
        {"code": 'import { display } from "tslab"; display.html("<b>bold</b>");', "mime": "text/html"},
        {"code": 'display.png(new Uint8Array([1, 2, 3]));', "mime": "image/png"},
    ]
    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "parseFloat"
    code_clear_output = "console.clear();"

    def test_info_is_complete(self):
        self.flush_channels()
        self.kc.kernel_info()
        content = self.kc.get_shell_msg(timeout=TIMEOUT)["content"]
        self.assertEqual(content["status"], "ok")
        self.assertEqual(content["implementation"], "egov-kz")
        self.assertRegex(content["language_info"]["version"], r"^\d+\.\d+\.\d+$")
        self.assertIn("Node.js", content["banner"])
        self.assertTrue(all({"text", "url"} == set(link) for link in content["help_links"]))

    def test_error_of_the_type_checker_names_line_and_column(self):
        reply, [error] = self.run_failing("const n = 1;\nconst s: string = n;")
        self.assertEqual(error["content"]["ename"], "TypeError")
        self.assertTrue(error["content"]["evalue"].startswith("2:7 - TS2322"))
        self.assertEqual(error["content"]["traceback"][-1], "          ^")
        self.assertEqual(reply["content"]["evalue"], error["content"]["evalue"])

    def test_traceback_names_the_lines_of_the_cells(self):
        self.execute_helper("interface Unused {\n  a: number;\n}\n\nfunction fail(): never {\n  throw new Error('deep');\n}")
        _, [error] = self.run_failing("\n\nfail();")
        trace = "\n".join(error["content"]["traceback"])
        self.assertRegex(trace, r"at fail \(cell \[\d+\]:6:9\)")
        self.assertRegex(trace, r"at cell \[\d+\]:3:1")
        self.assertNotIn("node_modules", trace)
        self.assertNotIn("node:", trace)

    def test_unawaited_rejection_fails_its_cell(self):
        _, [error] = self.run_failing('Promise.reject(new Error("nobody waits"));')
        self.assertEqual(error["content"]["evalue"], "nobody waits")

    def test_silent_leaves_no_trace(self):
        self.flush_channels()
        count = self.execute_helper("1")[0]["content"]["execution_count"]
        reply, output = self.execute_helper('console.log("x"); 5', silent=True)
        self.assertEqual((output, reply["content"]["execution_count"]), ([], count))

    def test_user_expressions(self):
        self.flush_channels()
        self.kc.execute("const base = 20;", user_expressions={"sum": "base + 1", "bad": "nowhere", "object": "{ a: 1 }"})
        values = self.kc.get_shell_msg(timeout=TIMEOUT)["content"]["user_expressions"]
        self.assertEqual(values["sum"]["data"]["text/plain"], "21")
        self.assertEqual(values["object"]["data"]["text/plain"], "{ a: 1 }")
        self.assertEqual((values["bad"]["status"], values["bad"]["ename"]), ("error", "TypeError"))

    def test_cells_behind_a_failed_one_are_aborted_when_asked_only(self):
        for stop, wanted in (True, ["error", "aborted", "aborted"]), (False, ["error", "ok", "ok"]):
            self.flush_channels()
            for code in 'throw new Error("first");', "2", "3":
                self.kc.execute(code, stop_on_error=stop)
            replies = [self.kc.get_shell_msg(timeout=TIMEOUT) for _ in range(3)]
            self.assertEqual([reply["content"]["status"] for reply in replies], wanted)
        self.assertEqual(self.execute_helper_after_flush("4")["data"]["text/plain"], "4")

    def test_interrupt_ends_what_runs_and_keeps_the_state(self):
        self.execute_helper("let kept = 5;")
        for code in (
            "while (true) {}",
            "await new Promise(() => {});",
            "await 0; while (true) {}",
            "setTimeout(() => { while (true) {} }, 10); await new Promise(() => {});",
        ):
            with self.subTest(code=code):
                self.flush_channels()
                self.kc.execute(code)
                self.wait_for_iopub("execute_input")
                # The cell has to be compiled before it can loop.
                self.assertTrue(self.kc.hb_channel.is_beating())
                self.km.interrupt_kernel()
                reply = self.kc.get_shell_msg(timeout=TIMEOUT)
                self.assertEqual((reply["content"]["status"], reply["content"]["ename"]), ("error", "Interrupted"))
                self.assertEqual(self.execute_helper_after_flush("kept")["data"]["text/plain"], "5")

    def test_answers_heartbeat_and_control_in_an_endless_loop(self):
        self.flush_channels()
        self.kc.execute('console.log("looping"); while (true) {}')
        self.assertEqual(self.wait_for_iopub("stream")["content"]["text"], "looping\n")
        request = self.kc.session.msg("kernel_info_request")
        self.kc.control_channel.send(request)
        reply = self.kc.get_control_msg(timeout=TIMEOUT)
        self.assertEqual(reply["parent_header"]["msg_id"], request["header"]["msg_id"])
        self.assertTrue(self.kc.hb_channel.is_beating())
        self.km.interrupt_kernel()
        self.assertEqual(self.kc.get_shell_msg(timeout=TIMEOUT)["content"]["status"], "error")

    def test_unknown_requests_and_comms_are_answered(self):
        self.flush_channels()
        for kind, field in ("comm_info_request", "comms"), ("debug_request", "ename"):
            request = self.kc.session.msg(kind, {})
            self.kc.shell_channel.send(request)
            self.assertIn(field, self.kc.get_shell_msg(timeout=TIMEOUT)["content"])
        self.kc.shell_channel.send(self.kc.session.msg("comm_open", {"comm_id": "c", "target_name": "t", "data": {}}))
        self.assertEqual(self.wait_for_iopub("comm_close")["content"]["comm_id"], "c")

    def test_output_of_late_work_belongs_to_its_cell(self):
        self.flush_channels()
        first = self.kc.execute('setTimeout(() => console.log("late"), 200);')
        self.kc.execute("await new Promise((resolve) => setTimeout(resolve, 500));")
        self.assertEqual(self.wait_for_iopub("stream")["parent_header"]["msg_id"], first)
        for _ in range(2):
            self.kc.get_shell_msg(timeout=TIMEOUT)

    def test_forged_unsigned_and_repeated_messages_are_passed_by(self):
        self.flush_channels()
        request = self.kc.session.serialize(self.kc.session.msg("kernel_info_request", {}))
        forged = [request[0], b"0" * 64, *request[2:]]
        unsigned = [request[0], b"", *request[2:]]
        for frames in forged, unsigned, [b"no", b"message"], request[:4], request, request:
            self.kc.shell_channel.socket.send_multipart(frames)
        msg_id = self.kc.execute("1")
        kinds = []
        while "execute_reply" not in kinds:
            kinds.append(self.kc.get_shell_msg(timeout=TIMEOUT)["msg_type"])
        self.assertEqual(kinds, ["kernel_info_reply", "execute_reply"], msg_id)

    def test_types_of_node_and_of_the_helper_functions_are_known(self):
        for code, result in (
            ("Buffer.from([65]).toString()", "'A'"),
            ('import { join } from "node:path"; join("a", "b")', "'a/b'"),
            ("process.argv.length > 0", "true"),
            ('import { tmpdir } from "os"; const folder: string = tmpdir(); typeof folder', "'string'"),
        ):
            self.assertEqual(self.execute_helper_after_flush(code)["data"]["text/plain"], result)
        _, [error] = self.run_failing("Buffer.nowhere")
        self.assertIn("TS2339", error["content"]["evalue"])

    def test_a_fault_in_a_module_cell_is_an_error(self):
        _, [error] = self.run_failing('/** @module faulty */\nexport const n: number = "text";')
        self.assertTrue(error["content"]["traceback"][0].startswith("faulty.ts:2:14 - TS2322"))

    def test_restart_forgets(self):
        self.execute_helper_after_flush("globalThis.toString(); const forgotten = 1; forgotten")
        self.km.restart_kernel()
        self.kc.wait_for_ready(timeout=TIMEOUT)
        _, [error] = self.run_failing("forgotten")
        self.assertIn("TS2304", error["content"]["evalue"])

    def run_failing(self, code):
        self.flush_channels()
        reply, output = self.execute_helper(code)
        self.assertEqual(reply["content"]["status"], "error")
        return reply, output

    def execute_helper_after_flush(self, code):
        self.flush_channels()
        _, [result] = self.execute_helper(code)
        return result["content"]

    def wait_for_iopub(self, kind):
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == kind:
                return message


if __name__ == "__main__":
    unittest.main(verbosity=2)
