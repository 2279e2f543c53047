"""What is built from a fresh clone holds the package, all of it, and nothing else."""

import importlib.resources
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = {"tests", "benchmarks", ".ci"}
"""Top-level folders with code that is not shipped."""

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a git checkout"
)


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def tracked(checkout: Path) -> set[PurePosixPath]:
    names = run("git", "-c", "core.quotePath=false", "ls-files", cwd=checkout).splitlines()
    return {PurePosixPath(name) for name in names}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone in a folder whose name is neither heshu nor ASCII."""
    folder = tmp_path_factory.mktemp("clones") / "我的 核数"
    run("git", "clone", "--quiet", ROOT, folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(clone: Path) -> Path:
    """The wheel built from the source distribution that was built from the clone."""
    run(sys.executable, "-m", "build", "--no-isolation", clone, cwd=clone)
    (wheel,) = (clone / "dist").glob("*.whl")
    return wheel


def shipped(wheel: Path) -> set[PurePosixPath]:
    with zipfile.ZipFile(wheel) as archive:
        return {PurePosixPath(name) for name in archive.namelist()}


def test_every_folder_with_code_is_a_package(clone: Path) -> None:
    settings = tomllib.loads((clone / "pyproject.toml").read_text(encoding="utf-8"))
    listed = {name.replace(".", "/") for name in settings["tool"]["setuptools"]["packages"]}
    code = {path for path in tracked(clone) if path.suffix == ".py"}
    folders = {PurePosixPath("heshu", path.parent) for path in code if path.parts[0] not in OUTSIDE}
    assert {folder.as_posix() for folder in folders} == listed


def test_the_wheel_holds_all_code_and_data_and_nothing_else(clone: Path, wheel: Path) -> None:
    inside = [path for path in tracked(clone) if path.parts[0] not in OUTSIDE]
    expected = {path for path in inside if path.suffix == ".py" or path.name == "py.typed"}
    expected |= {path for path in inside if path.parts[0] == "data"}
    package = {path for path in shipped(wheel) if ".dist-info" not in path.parts[0]}
    assert package == {PurePosixPath("heshu", path) for path in expected}


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    assert any(path.name == "LICENSE" for path in shipped(wheel))


def test_the_source_distribution_builds_without_the_clone(clone: Path, wheel: Path) -> None:
    (sdist,) = (clone / "dist").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in archive.getnames()}
    assert {path for path in tracked(clone) if path.parts[0] == "schemas"} <= names
    assert wheel.exists()


def test_what_the_wheel_installs_is_imported_under_its_name(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "import sys; sys.path.insert(0, sys.argv[1]); import heshu; print(heshu.__file__)"
    printed = run(sys.executable, "-S", "-c", code, tmp_path, cwd=tmp_path)
    assert Path(printed.strip()).parent == tmp_path / "heshu"


def test_an_editable_install_of_a_clone_of_any_name(clone: Path, tmp_path: Path) -> None:
    build = (
        "import sys; from setuptools.build_meta import build_editable as build; build(sys.argv[1])"
    )
    run(sys.executable, "-c", build, tmp_path, cwd=clone)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = "import site, sys; site.addsitedir(sys.argv[1]); import heshu; print(heshu.__file__)"
    printed = run(sys.executable, "-S", "-c", code, tmp_path / "site", cwd=tmp_path)
    assert Path(printed.strip()).resolve() == (clone / "__init__.py").resolve()


def test_data_is_read_as_package_resources() -> None:
    data = importlib.resources.files("heshu.data")
    assert data.joinpath("units.toml").is_file()
    assert data.joinpath("samples", "parking_form.docx").is_file()


def test_tests_import_the_package_and_never_the_root_as_a_module() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    options = settings["tool"]["pytest"]["ini_options"]["addopts"]
    assert "--confcutdir=tests" in options
    assert not {"pipeline", "schemas", "extractors"} & set(sys.modules)
