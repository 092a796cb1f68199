"""A failing model is spared and the room goes on; who waits is told their place, and whoever came first is served first."""

import asyncio
import socket
import ssl

import openai
import pytest
from httpx import Request

from assistant.errors import ModelError
from assistant.model import Model, seal
from assistant.model.care import FAILURES, Rest, Tries
from assistant.model.failures import told
from assistant.model.line import Line
from assistant.settings import Settings
from tests.scripted_server import failing, plain, slow

TEXT = "जिले के 42 ग्रामों में जल स्तर नीचे गया है।"


def model(server, **more):
    given = {"OPENAI_BASE_URL": server.url, "EDAKSH_MODEL": "openai:test", "EDAKSH_MODEL_TIMEOUT": 20}
    return Model(Settings.model_validate(given | more))


async def outcome(one):
    """The text of a call, or its error's key."""
    text = ""
    try:
        async for answer in one.stream(seal([("user", "लिखिए")]), temperature=0, max_tokens=50):
            text = answer.text
    except ModelError as error:
        return error.key
    return text


def test_after_several_failures_nobody_waits_and_the_model_comes_back_by_itself(server):
    now = [0.0]

    async def room():
        ours = model(server)
        ours._rest = Rest(30, lambda: now[0])
        server.always = failing(429, headers={"Retry-After": "40"})
        failed = [await outcome(ours) for _ in range(FAILURES)]
        asked = len(server.asked)
        failed += [await outcome(ours) for _ in range(5)]
        spared = len(server.asked) == asked
        now[0] = 39
        still = await outcome(ours)
        now[0] = 41
        server.always = plain(TEXT)
        return failed, spared, still, await asyncio.gather(*(outcome(ours) for _ in range(2))), await outcome(ours)

    failed, spared, still, back, after = asyncio.run(room())
    assert failed == ["error.model.busy.for"] * FAILURES + ["error.model.resting"] * 5
    assert spared
    assert still == "error.model.resting"
    assert sorted(back) == sorted([TEXT, "error.model.resting"]), "one call is the trial, the others don't wait for it"
    assert after == TEXT


def test_a_trial_that_fails_lets_the_model_rest_again():
    now = [0.0]
    rest = Rest(30, lambda: now[0])
    for _ in range(FAILURES):
        rest.failed()
    now[0] = 31
    rest.enter()
    rest.failed()
    now[0] = 60
    with pytest.raises(ModelError):
        rest.check()
    now[0] = 62
    rest.check()


def test_one_failure_among_answers_lets_nothing_rest(server):
    async def room():
        ours = model(server)
        told = []
        for _ in range(FAILURES + 1):
            server.play(failing(400), plain(TEXT))
            told += [await outcome(ours), await outcome(ours)]
        return told

    assert asyncio.run(room()) == ["error.model.request", TEXT] * (FAILURES + 1)


def test_second_tries_have_a_budget():
    tries = Tries(2)
    assert [tries.again() for _ in range(3)] == [True, True, False]
    for _ in range(10):
        tries.called()
    assert [tries.again() for _ in range(2)] == [True, False]


def test_who_came_first_is_served_first_and_knows_how_many_are_before():
    async def room():
        line, served, heard, all_there = Line(1), [], {n: [] for n in range(4)}, asyncio.Event()

        async def person(n):
            async with line.place(heard[n].append):
                served.append(n)
                await all_there.wait()

        people = [asyncio.create_task(person(n)) for n in range(4)]
        while not heard[3]:
            await asyncio.sleep(0)
        people[2].cancel()
        all_there.set()
        await asyncio.gather(*people, return_exceptions=True)
        async with line.place(heard[0].append):
            pass
        return served, heard

    served, heard = asyncio.run(room())
    assert served == [0, 1, 3]
    assert (heard[0], heard[1][-1], heard[2], heard[3]) == ([], 0, [2], [3, 2, 1, 0])


def test_fifty_at_once_with_four_calls_at_a_time_all_get_their_draft(server):
    server.always = slow(TEXT, 0.001)

    async def room():
        ours, ahead = model(server, EDAKSH_MODEL_CONCURRENCY=4), []

        async def person():
            async for answer in ours.stream(seal([("user", "लिखिए")]), temperature=0, max_tokens=50):
                ahead.append(answer.ahead)
            return answer.text

        return await asyncio.gather(*(person() for _ in range(50))), ahead

    texts, ahead = asyncio.run(room())
    assert texts == [TEXT] * 50
    assert max(ahead) == 46


@pytest.mark.parametrize(
    ("cause", "key"),
    [
        (ssl.SSLCertVerificationError("certificate has expired"), "error.model.tls"),
        (socket.gaierror(-2, "Name or service not known"), "error.model.address"),
        (ConnectionRefusedError(111, "refused"), "error.model.unreachable"),
    ],
)
def test_what_kept_the_call_from_its_server_is_told_apart(cause, key):
    error = openai.APIConnectionError(request=Request("POST", "https://model.example/v1"))
    error.__cause__ = cause
    assert told(error, "openai:test", begun=False).key == key
    assert told(error, "openai:test", begun=True).key == "error.model.cut"
