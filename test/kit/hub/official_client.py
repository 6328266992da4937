"""What huggingface_hub does with the simulated Hub at HF_ENDPOINT, by its functions and its command line.

Arguments: the token of a stranger. Prints a line for each scenario, `ok NAME` or `wrong NAME: reason`; exit 1 if any is wrong.
"""

import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from huggingface_hub import HfApi, ModelCard, Volume, snapshot_download
from huggingface_hub.errors import EntryNotFoundError, RepositoryNotFoundError
from huggingface_hub.utils import HfHubHTTPError

api = HfApi()
stranger = HfApi(token=sys.argv[1])
wrong = []
name = api.whoami()["name"]


def scenario(function):
    try:
        function()
        print(f"ok {function.__name__}", flush=True)
    except Exception:
        wrong.append(function.__name__)
        print(f"wrong {function.__name__}: {traceback.format_exc()}", flush=True)


def run(code, **options):
    return api.run_job(image="python:3.12", command=["python", "-c", code], namespace=name, **options)


def stage_at_end(job):
    return str(api.wait_for_job(job.id, namespace=name, timeout=60, poll_interval=0.1).status.stage)


def until_running(job):
    api.wait_for_job(job.id, namespace=name, timeout=60, poll_interval=0.1, stages=["RUNNING"])


def status_of(call):
    try:
        call()
    except HfHubHTTPError as error:
        return error.response.status_code
    return 200


@scenario
def refuses_a_wrong_token():
    assert status_of(HfApi(token="hf_" + "x" * 34).whoami) == 401


@scenario
def prices_hardware():
    prices = {item.name: item.unit_cost_usd for item in api.list_jobs_hardware()}
    assert set(prices) >= {"cpu-basic", "cpu-upgrade", "t4-small", "l4x1", "a10g-small", "a10g-large", "a100-large"}
    assert min(prices.values()) > 0


@scenario
def follows_the_log_of_a_job():
    job = run("for i in range(3): print(i, '한글', flush=True)")
    assert list(api.fetch_job_logs(job_id=job.id, namespace=name, follow=True)) == ["0 한글", "1 한글", "2 한글"]
    assert stage_at_end(job) == "COMPLETED"
    assert list(api.fetch_job_logs(job_id=job.id, namespace=name, tail=1)) == ["2 한글"]


@scenario
def says_why_a_job_failed():
    job = run("import sys; sys.exit(3)")
    assert stage_at_end(job) == "ERROR"
    assert "exit code: 3" in api.inspect_job(job_id=job.id, namespace=name).status.message


@scenario
def gives_a_job_its_variables_and_keeps_its_secrets():
    job = run("import os; print(os.environ['A'] + os.environ['S'])", env={"A": "one"}, secrets={"S": "hush"})
    stage_at_end(job)
    assert list(api.fetch_job_logs(job_id=job.id, namespace=name)) == ["onehush"]
    seen = api.inspect_job(job_id=job.id, namespace=name)
    assert "hush" not in repr(seen) + repr(list(api.list_jobs(namespace=name)))
    assert seen.environment == {"A": "one"}
    assert list(seen.secrets) == ["S"]


@scenario
def cancels_a_job():
    job = run("import time; time.sleep(600)")
    until_running(job)
    api.cancel_job(job_id=job.id, namespace=name)
    assert stage_at_end(job) == "CANCELED"


@scenario
def ends_a_job_at_its_deadline():
    job = run("import time; time.sleep(600)", timeout=1)
    assert stage_at_end(job) == "ERROR"
    assert api.inspect_job(job_id=job.id, namespace=name).status.message == "Job timeout"


@scenario
def finds_jobs_by_labels_and_stages():
    job = run("pass", labels={"run": "a", "more": "b"})
    run("pass", labels={"run": "c"})
    assert [found.id for found in api.list_jobs(labels={"run": "a"}, namespace=name)] == [job.id]
    api.update_job_labels(job_id=job.id, labels={"run": "d"}, namespace=name)
    assert not list(api.list_jobs(labels={"run": "a"}, namespace=name))
    stage_at_end(job)
    assert job.id in [found.id for found in api.list_jobs(status="COMPLETED", namespace=name)]
    assert job.id not in [found.id for found in api.list_jobs(status=["ERROR", "RUNNING"], namespace=name)]


@scenario
def runs_a_job_again():
    job = run("print('again')", secrets={"S": "hush"})
    again = api.rerun_job(job_id=job.id, namespace=name)
    assert again.id != job.id
    assert stage_at_end(again) == "COMPLETED"


@scenario
def measures_a_running_job_alone():
    job = run("import time; time.sleep(600)")
    until_running(job)
    (sample,) = api.fetch_job_metrics(job_id=job.id, namespace=name, follow=False)
    assert sample["memory_total_bytes"] > sample["memory_used_bytes"] > 0
    api.cancel_job(job_id=job.id, namespace=name)
    stage_at_end(job)
    assert list(api.fetch_job_metrics(job_id=job.id, namespace=name)) == []


@scenario
def runs_a_script_of_a_mounted_dataset_by_uv():
    repo = f"{name}/mounted"
    api.create_repo(repo, repo_type="dataset", private=True)
    script = "import sys, pathlib\nprint(pathlib.Path(__file__).with_name('data.txt').read_text(), sys.argv[1:])\n"
    api.upload_file(repo_id=repo, repo_type="dataset", path_in_repo="job.py", path_or_fileobj=script.encode())
    at = api.upload_file(repo_id=repo, repo_type="dataset", path_in_repo="data.txt", path_or_fileobj=b"then").oid
    api.upload_file(repo_id=repo, repo_type="dataset", path_in_repo="data.txt", path_or_fileobj=b"now")
    job = api.run_job(
        image="ghcr.io/astral-sh/uv:python3.12-bookworm",
        command=["uv", "run", "--python", "3.12", "--with", "trl==1.16.0", "/mounted/job.py", "--push", "True"],
        volumes=[Volume(type="dataset", source=repo, mount_path="/mounted", revision=at, read_only=True)],
        namespace=name,
    )
    assert stage_at_end(job) == "COMPLETED"
    said, printed = api.fetch_job_logs(job_id=job.id, namespace=name)
    assert "stand-in for uv" in said
    assert printed == "then ['--push', 'True']"


@scenario
def uploads_a_folder_and_downloads_it():
    source = Path(tempfile.mkdtemp())
    (source / "안녕").mkdir()
    (source / "안녕/파일 이름.txt").write_text("x" * 1000)
    (source / "empty.txt").touch()
    (source / "model.safetensors").write_bytes(os.urandom(11_000_000))
    repo = f"{name}/folder"
    api.create_repo(repo, private=True)
    api.upload_folder(repo_id=repo, folder_path=source)
    copy = Path(snapshot_download(repo, cache_dir=tempfile.mkdtemp()))
    for file in filter(Path.is_file, source.rglob("*")):
        assert (copy / file.relative_to(source)).read_bytes() == file.read_bytes(), file
    large = api.get_paths_info(repo, ["model.safetensors"])[0].lfs
    assert large.size == 11_000_000
    assert sorted(api.list_repo_files(repo)) == [".gitattributes", "empty.txt", "model.safetensors", "안녕/파일 이름.txt"]
    before = api.repo_info(repo).sha
    assert api.upload_folder(repo_id=repo, folder_path=source).oid == before, "nothing has changed"
    api.delete_folder("안녕", repo_id=repo)
    assert [entry.path for entry in api.list_repo_tree(repo)] == [".gitattributes", "empty.txt", "model.safetensors"]


@scenario
def shows_a_private_repository_to_its_owner_alone():
    repo = f"{name}/private"
    api.create_repo(repo, private=True)
    assert status_of(lambda: api.create_repo(repo)) == 409
    api.create_repo(repo, exist_ok=True)
    assert api.repo_info(repo).private is True
    for other in (stranger, HfApi(token=False)):
        try:
            other.repo_info(repo)
        except RepositoryNotFoundError:
            continue
        raise AssertionError("a stranger saw it")
    assert status_of(lambda: stranger.create_repo(f"{name}/theirs")) == 403
    api.delete_repo(repo)
    assert not api.repo_exists(repo)


@scenario
def pushes_a_model_card():
    repo = f"{name}/card"
    api.create_repo(repo)
    ModelCard("---\nlibrary_name: transformers\ntags:\n- sft\n---\n# Card\n").push_to_hub(repo)
    info = api.model_info(repo)
    assert (info.library_name, info.card_data.tags) == ("transformers", ["sft"])
    assert "sft" in info.tags
    assert ModelCard.load(repo).text == "# Card\n"
    try:
        api.upload_file(repo_id=repo, path_in_repo="README.md", path_or_fileobj=b"---\na: [\n---\n")
    except ValueError:
        return
    raise AssertionError("broken metadata was taken")


@scenario
def keeps_branches_apart():
    repo = f"{name}/branches"
    api.create_repo(repo)
    api.create_branch(repo, branch="feature/a")
    api.upload_file(repo_id=repo, path_in_repo="a.txt", path_or_fileobj=b"a", revision="feature/a")
    assert api.file_exists(repo, "a.txt", revision="feature/a")
    assert not api.file_exists(repo, "a.txt")
    assert [branch.name for branch in api.list_repo_refs(repo).branches] == ["main", "feature/a"]
    assert [commit.title for commit in api.list_repo_commits(repo, revision="feature/a")][-1] == "initial commit"
    try:
        api.hf_hub_download(repo, "a.txt", cache_dir=tempfile.mkdtemp())
    except EntryNotFoundError:
        return
    raise AssertionError("a file of another branch was found")


@scenario
def refuses_a_commit_on_an_old_parent():
    repo = f"{name}/parents"
    api.create_repo(repo)
    old = api.repo_info(repo).sha
    api.upload_file(repo_id=repo, path_in_repo="a", path_or_fileobj=b"a")
    late = dict(repo_id=repo, path_in_repo="b", path_or_fileobj=b"b", parent_commit=old)
    assert status_of(lambda: api.upload_file(**late)) == 412


def hf(*arguments):
    command = [sys.executable, "-m", "huggingface_hub.cli.hf", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@scenario
def obeys_the_command_line():
    done = hf("jobs", "run", "--label", "by=hf", "python:3.12", "python", "-c", "print('printed')")
    assert done.returncode == 0, done.stderr
    assert "printed" in done.stdout
    (job,) = api.list_jobs(labels={"by": "hf"}, namespace=name)
    assert "printed" in hf("jobs", "logs", job.id).stdout
    assert "COMPLETED" in hf("jobs", "inspect", "--json", job.id).stdout
    failed = hf("jobs", "run", "python:3.12", "python", "-c", "raise SystemExit(4)")
    assert failed.returncode != 0
    hf("jobs", "run", "-d", "--label", "by=long", "python:3.12", "python", "-c", "import time; time.sleep(600)")
    (long,) = api.list_jobs(labels={"by": "long"}, namespace=name)
    assert hf("jobs", "cancel", long.id).returncode == 0
    assert stage_at_end(long) == "CANCELED"
    assert "a10g-large" in hf("jobs", "hardware").stdout


sys.exit(1 if wrong else 0)
