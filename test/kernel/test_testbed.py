"""
The 27 checks of the public test-bed for kernels, against jupyter_client: python3 test_testbed.py, with the kernel
egov-kz installed. Names, order, snippets and what each check wants are those of github.com/runtimed/kernel-testbed,
src/tests.rs and snippets/snippets.json at commit 4927118 (BSD 3-Clause, (c) 2026 Runtimed). Its half points and
"unsupported" count as failures here.
"""

import os
import time
import unittest
import uuid
from queue import Empty

from jupyter_client import KernelManager

TIMEOUT = 30

SNIPPETS = {
    "print_hello": "console.log('hello')",
    "print_stderr": "console.error('error')",
    "simple_expr": "1 + 1",
    "incomplete_code": "const x = {",
    "complete_code": "const x = 1",
    "syntax_error": "function function",
    "input_prompt": "prompt('Enter: ')",
    "completion_var": "testVariableForCompletion",
    "completion_setup": "const testVariableForCompletion = 42",
    "completion_prefix": "testVariableFor",
    "rich_execute_result_code": '[{letter: "A", frequency: 0.08167}, {letter: "B", frequency: 0.01492}]',
    # The test-bed's own two call Deno.jupyter.broadcast. A global named Deno would have packages take Node for Deno:
    # tslab's functions stand in their place.
    "display_data_code": 'import { display } from "tslab"; display.html("<b>bold</b>")',
    "update_display_data_code": 'import { newDisplay } from "tslab"; const d = newDisplay(); d.html("<b>initial</b>"); d.html("<b>updated</b>")',
}


class TestbedTests(unittest.TestCase):
    """One kernel for all, as in the test-bed; its check of the shutdown comes last."""

    @classmethod
    def setUpClass(cls):
        cls.km = KernelManager(kernel_name=os.environ.get("KERNEL_UNDER_TEST", "egov-kz"))
        cls.km.start_kernel()
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.first_published = cls.kc.get_iopub_msg(timeout=TIMEOUT)
        cls.kc.wait_for_ready(timeout=TIMEOUT)
        cls.info = cls.request("kernel_info_request", {})["content"]

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        if cls.km.is_alive():
            cls.km.shutdown_kernel(now=True)

    # Tier 1: basic protocol

    def test_01_heartbeat_responds(self):
        # The channel takes a kernel that has not answered within a second, as on a busy machine, for one without a pulse.
        deadline = time.monotonic() + TIMEOUT
        while not self.kc.hb_channel.is_beating() and time.monotonic() < deadline:
            time.sleep(0.2)
        self.assertTrue(self.kc.hb_channel.is_beating())

    def test_02_iopub_welcome(self):
        self.assertEqual(self.first_published["msg_type"], "iopub_welcome")

    def test_03_kernel_info_reply_valid(self):
        self.assertEqual(self.info["status"], "ok")

    def test_04_kernel_info_has_language_info(self):
        self.assertNotEqual(self.info["language_info"]["name"], "")

    def test_05_kernel_info_has_protocol_version(self):
        self.assertNotEqual(self.info["protocol_version"], "")

    def test_06_execute_stdout(self):
        _, published = self.run_snippet("print_hello")
        self.assertIn("hello", self.stream(published, "stdout"))

    def test_07_execute_stderr(self):
        _, published = self.run_snippet("print_stderr")
        self.assertIn("error", self.stream(published, "stderr"))

    def test_08_execute_reply_ok(self):
        reply, _ = self.run_snippet("complete_code")
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("execute_reply", "ok"))

    def test_09_status_busy_idle_lifecycle(self):
        _, published = self.run_snippet("complete_code")
        states = [m["content"]["execution_state"] for m in published if m["msg_type"] == "status"]
        self.assertEqual(states, ["busy", "idle"])

    def test_10_execute_input_broadcast(self):
        self.assert_publishes("complete_code", "execute_input")

    # Tier 2: interactive features

    def test_11_complete_request(self):
        self.run_snippet("completion_setup")
        code = SNIPPETS["completion_prefix"]
        reply = self.request("complete_request", {"code": code, "cursor_pos": len(code)})
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("complete_reply", "ok"))
        self.assertIn(SNIPPETS["completion_var"], reply["content"]["matches"])

    def test_12_inspect_request(self):
        self.run_snippet("completion_setup")
        code = SNIPPETS["completion_var"]
        reply = self.request("inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": 0})
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("inspect_reply", "ok"))

    def test_13_is_complete_complete(self):
        reply = self.request("is_complete_request", {"code": SNIPPETS["complete_code"]})
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("is_complete_reply", "complete"))

    def test_14_is_complete_incomplete(self):
        reply = self.request("is_complete_request", {"code": SNIPPETS["incomplete_code"]})
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("is_complete_reply", "incomplete"))

    def test_15_history_request(self):
        self.run_snippet("complete_code")
        content = {"hist_access_type": "tail", "n": 10, "output": False, "raw": True}
        reply = self.request("history_request", content)
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("history_reply", "ok"))

    def test_16_comm_info_request(self):
        reply = self.request("comm_info_request", {})
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("comm_info_reply", "ok"))

    def test_17_error_handling(self):
        reply, published = self.run_snippet("syntax_error")
        self.assertEqual(reply["content"]["status"], "error")
        self.assertIn("error", [m["msg_type"] for m in published])

    # Tier 3: rich output

    def test_18_display_data(self):
        self.assert_publishes("display_data_code", "display_data")

    def test_19_update_display_data(self):
        self.assert_publishes("update_display_data_code", "display_data", "update_display_data")

    def test_20_execute_result(self):
        self.assert_publishes("simple_expr", "execute_result")

    def test_21_rich_execute_result(self):
        self.assert_publishes("rich_execute_result_code", "execute_result")

    # Tier 4: advanced features

    def test_22_stdin_input_request(self):
        msg_id = self.kc.execute(SNIPPETS["input_prompt"], allow_stdin=True)
        asked = self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual(asked["msg_type"], "input_request")
        self.kc.input('"test_input_42"')
        reply, _ = self.collect(msg_id)
        self.assertEqual(reply["content"]["status"], "ok")

    def test_23_comms_lifecycle(self):
        comm = {"comm_id": f"test-comm-{uuid.uuid4()}", "data": {}}
        message = self.kc.session.msg("comm_open", {**comm, "target_name": "jupyter.kernel_testbed.test"})
        self.kc.shell_channel.send(message)
        self.assertIn("comm_close", [m["msg_type"] for m in self.published(message["header"]["msg_id"])])
        self.kc.shell_channel.send(self.kc.session.msg("comm_close", comm))
        self.assertEqual(self.run_snippet("complete_code")[0]["content"]["status"], "ok")

    def test_24_interrupt_request(self):
        reply = self.request("interrupt_request", {}, "control")
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("interrupt_reply", "ok"))

    def test_25_execution_count_increments(self):
        first, second = (self.run_snippet("complete_code")[0]["content"]["execution_count"] for _ in range(2))
        self.assertGreater(second, first)

    def test_26_parent_header_correlation(self):
        reply, published = self.run_snippet("print_hello")
        self.assertTrue(all(message["parent_header"] for message in [reply, *published]))

    def test_27_shutdown_reply(self):
        reply = self.request("shutdown_request", {"restart": False}, "control")
        self.assertEqual((reply["msg_type"], reply["content"]["status"]), ("shutdown_reply", "ok"))

    # As the test-bed's harness does it

    @classmethod
    def request(cls, kind, content, channel="shell"):
        message = cls.kc.session.msg(kind, content)
        getattr(cls.kc, f"{channel}_channel").send(message)
        return cls.reply(message["header"]["msg_id"], channel)

    @classmethod
    def reply(cls, msg_id, channel="shell"):
        while True:
            reply = getattr(cls.kc, f"get_{channel}_msg")(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply

    def run_snippet(self, name):
        return self.collect(self.kc.execute(SNIPPETS[name], allow_stdin=False))

    def collect(self, msg_id):
        published = self.published(msg_id)
        return self.reply(msg_id), published

    def published(self, msg_id):
        """All that belongs to a request, up to its idle state."""
        messages = []
        while True:
            try:
                message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            except Empty:
                self.fail(f"no idle state after {[m['msg_type'] for m in messages]}")
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def stream(self, published, name):
        return "".join(
            m["content"]["text"] for m in published if m["msg_type"] == "stream" and m["content"]["name"] == name
        )

    def assert_publishes(self, name, *kinds):
        _, published = self.run_snippet(name)
        for kind in kinds:
            self.assertIn(kind, [m["msg_type"] for m in published])


if __name__ == "__main__":
    unittest.main(verbosity=2)
