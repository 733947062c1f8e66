import json, os, resource, signal, subprocess, sys, tempfile, time


def run_program(job):
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (job["cpu"], job["cpu"]))
        resource.setrlimit(resource.RLIMIT_DATA, (job["memory"], job["memory"]))
        size = max(job["file"], job["output"] + 1)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    with tempfile.TemporaryDirectory() as logs, tempfile.TemporaryDirectory() as box:
        for name, content in job["files"].items():
            with open(os.path.join(box, name), "w", encoding="utf-8", newline="") as file:
                file.write(content)
        paths = [os.path.join(logs, name) for name in ("in", "out", "err")]
        with open(paths[0], "w", encoding="utf-8", newline="") as file:
            file.write(job["stdin"])
        started, timed_out = time.monotonic(), False
        with open(paths[0], "rb") as stdin, open(paths[1], "wb") as out, open(paths[2], "wb") as err:
            process = subprocess.Popen(
                ["python3", os.path.join(box, job["main"])] + job["arguments"],
                stdin=stdin, stdout=out, stderr=err, cwd=box,
                start_new_session=True, preexec_fn=limit)
            try:
                process.wait(timeout=job["wall"])
            except subprocess.TimeoutExpired:
                timed_out = True
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except OSError:
                pass
            process.wait()
        result = {"exit": process.returncode, "timed_out": timed_out,
                  "wall": time.monotonic() - started, "too_long": False}
        for name, path in (("stdout", paths[1]), ("stderr", paths[2])):
            with open(path, "rb") as file:
                text = file.read(job["output"] + 1)
            result["too_long"] |= len(text) > job["output"]
            result[name] = text[:job["output"]].decode("utf-8", "replace")
        return result


job = json.loads(@JOB@)
print("\n" + job["marker"] + json.dumps(run_program(job)))
