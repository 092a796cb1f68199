"""Hindi at the keyboard in the browser: 2,000 words typed letter by letter, each key against one frame (16.7 ms); and what it all weighs.

The page is a bare one with the app's own scripts. Prints the median, the 95th and the 99th of a hundred and the longest; leaves with 1
where more than one key in a hundred takes longer than a frame, or where the page gets heavier by more than 300 kB.
"""

import shutil
import sys
import threading
import time

import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from assistant.language.lexicon import usual
from assistant.language.roman import romanised
from assistant.ui import hindi

WORDS, FRAME, HEAVIEST = 2000, 1000 / 60, 300_000
PAGE = f"""<!doctype html><meta charset=utf-8>{hindi.head()}<script>window.edaksh = {{say: key => key}};</script>
<nav data-paper=hi></nav><div id=editor><textarea rows=20 cols=80></textarea></div>"""
TYPE = """async words => {
  const box = document.querySelector("textarea"), spent = [];
  box.focus();
  const key = one => new KeyboardEvent("keydown", {key: one, bubbles: true, cancelable: true});
  for (const word of words) {
    for (const one of word + " ") {
      const begun = performance.now();
      if (box.dispatchEvent(key(one))) document.execCommand("insertText", false, one);
      document.body.offsetHeight;  // the layout that the key brings is counted in
      spent.push(performance.now() - begun);
      await new Promise(go => setTimeout(go));  // no finger is faster: the page may breathe between two keys
    }
    if (box.value.length > 1500) box.value = "";
  }
  return spent.sort((one, other) => one - other);
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
    if not chromium:
        print("Chromium is not installed.")
        return
    app = FastAPI()
    hindi.mount(app)
    app.get("/")(lambda: HTMLResponse(PAGE))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    words = [romanised(word)[0].lower() for word in list(usual())[: WORDS * 2 : 2]]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        begun = time.perf_counter()
        page.wait_for_function("() => roman.ready()")
        ready = time.perf_counter() - begun
        spent = page.evaluate(TYPE, words)
        browser.close()
    server.should_exit = True
    weight = sum(len(hindi.content(name)[0]) for name in (*hindi.SCRIPTS, hindi.STYLE, hindi.WORDS, hindi.TERMS))
    median, most, nearly = (spent[int(len(spent) * part)] for part in (0.5, 0.95, 0.99))
    print(
        f"{len(words)} words, {len(spent)} keys: {median:.1f} ms, 95 % {most:.1f}, 99 % {nearly:.1f}, longest {spent[-1]:.1f} ms, "
        f"{sum(one > FRAME for one in spent)} over a frame"
    )
    print(f"words ready after {ready:.1f} s; {weight / 1000:.0f} kB in all")
    if nearly > FRAME or weight > HEAVIEST:
        sys.exit(1)


if __name__ == "__main__":
    main()
