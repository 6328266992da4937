"""The official client's answers to one call each: one JSON line in, one JSON line out. Its environment is the test's."""

import json
import sys

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


calls = {"whoami": whoami, "create": create, "exists": exists, "upload": upload, "download": download}

for line in sys.stdin:
    call = json.loads(line)
    try:
        answer = {"value": calls[call["do"]](call)}
    except HfHubHTTPError as error:
        answer = {"status": error.response.status_code}
    print(json.dumps({**answer, "hasToken": get_token() is not None}), flush=True)
