"""The official client's answers to one call each: one JSON line in, one JSON line out. Its environment is the test's."""

import json
import sys
import time

from huggingface_hub import HfApi, get_token
from huggingface_hub.errors import HfHubHTTPError

api = HfApi()


def whoami(_):
    answer = api.whoami()
    return [answer["name"], *(org["name"] for org in answer["orgs"])]


def create(call):
    api.create_repo(call["id"], repo_type=call["type"], private=True)
    return "created"


def exists(call):
    return api.repo_exists(call["id"], repo_type=call["type"])


def upload(call):
    api.upload_folder(repo_id=call["id"], repo_type=call["type"], folder_path=call["folder"], commit_message="Add files")
    return "uploaded"


def download(call):
    api.snapshot_download(call["id"], repo_type=call["type"], local_dir=call["folder"], force_download=True)
    return "downloaded"


FINAL = {"COMPLETED", "CANCELED", "ERROR", "DELETED"}


def hardware(_):
    return [[item.name, item.unit_cost_usd] for item in api.list_jobs_hardware()]


def job(call):
    made = api.run_job(
        image="python:3.12",
        command=["python", "-u", "-c", call["script"]],
        secrets={"HIDDEN": "hunter2"},
        flavor="cpu-basic",
        timeout=call["timeout"],
        labels={"scenario": call["label"]},
        namespace="tuner",
    )
    lines = []
    for line in api.fetch_job_logs(job_id=made.id, namespace="tuner", follow=True):
        lines.append(line.rstrip("\n"))
        if call["cancel"] and len(lines) == 1:
            api.cancel_job(job_id=made.id, namespace="tuner")
    while str(stage := api.inspect_job(job_id=made.id, namespace="tuner").status.stage) not in FINAL:
        time.sleep(0.1)
    found = [each.id for each in api.list_jobs(labels={"scenario": call["label"]}, namespace="tuner")]
    return {"stage": str(stage), "lines": lines, "foundByLabel": found == [made.id]}


calls = {"whoami": whoami, "create": create, "exists": exists, "upload": upload, "download": download}
calls |= {"hardware": hardware, "job": job}

for line in sys.stdin:
    call = json.loads(line)
    try:
        answer = {"value": calls[call["do"]](call)}
    except HfHubHTTPError as error:
        answer = {"status": error.response.status_code}
    print(json.dumps({**answer, "hasToken": get_token() is not None}), flush=True)
