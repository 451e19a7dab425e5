/**
 * Keeps a draft safe. Each change is copied to this device at once and sent to the server a moment later; when the
 * line is down it stays here and is sent as soon as it can be. Files are never copied.
 *
 * The server answers 2xx when it has kept the draft (with {"version": …} in JSON when the form holds the version that
 * was seen), 409 when the draft was changed elsewhere.
 */

const PAUSE = 1500;
const RETRY = 15000;
/** Hidden fields that belong to one showing of the page and are not what somebody wrote. */
const OF_THE_PAGE = ["csrfmiddlewaretoken", "once", "seen"];

class Draft {
  constructor(line) {
    this.line = line;
    this.form = line.closest("form");
    this.told = line.dataset;
    this.place = `madang-draft:${this.told.autosaveKey}:${location.pathname}`;
    this.sending = false;
    this.form.addEventListener("input", () => this.change());
    this.form.addEventListener("submit", () => this.forget());
    window.addEventListener("online", () => this.send());
    this.offer();
  }

  values() {
    return [...new FormData(this.form)].filter(
      ([name, value]) => typeof value === "string" && !OF_THE_PAGE.includes(name),
    );
  }

  change() {
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  keep() {
    try {
      localStorage.setItem(this.place, JSON.stringify({ at: Date.now(), values: this.values() }));
      this.kept = true;
    } catch {
      this.kept = false; // no room or not allowed: the server's copy is then the only one
    }
  }

  forget() {
    clearTimeout(this.timer);
    localStorage.removeItem(this.place);
    this.kept = false;
  }

  async send() {
    if (this.sending || !this.kept) return;
    this.sending = true;
    const sent = JSON.stringify(this.values());
    try {
      this.say(this.told.textSaving);
      const answer = await fetch(this.told.autosaveUrl, {
        method: "POST",
        body: this.body(),
        headers: { "X-Requested-With": "fetch" },
        credentials: "same-origin",
        redirect: "error",
      });
      await this.heard(answer, sent);
    } catch {
      this.say(this.told.textOffline, true);
      this.again();
    } finally {
      this.sending = false;
    }
  }

  body() {
    const body = new FormData();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") body.append(name, value);
    return body;
  }

  async heard(answer, sent) {
    if (answer.ok) {
      const { version, saved_at: savedAt } = await answer.json().catch(() => ({}));
      // what is stored now has been seen here, so the next save is not taken for a stale one
      if (this.form.elements.seen && version) this.form.elements.seen.value = version;
      if (JSON.stringify(this.values()) !== sent) return this.change();
      this.forget();
      this.say(`${this.told.textSaved} ${clock(savedAt)}`);
      this.form.dispatchEvent(new Event("madang:saved", { bubbles: true }));
    } else if (answer.status === 409) {
      this.say(this.told.textStale, true);
    } else {
      this.say(this.told.textRefused, true);
      if (answer.status >= 500) this.again();
    }
  }

  again() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), RETRY);
  }

  /** A copy that never reached the server is offered, never put in silently. */
  offer() {
    const copy = JSON.parse(localStorage.getItem(this.place) || "null");
    if (!copy || JSON.stringify(copy.values) === JSON.stringify(this.values())) return;
    this.say(this.told.textFound, true);
    this.button(this.told.textRestore, () => {
      this.restore(copy.values);
      this.change();
    });
    this.button(this.told.textDiscard, () => this.forget());
  }

  restore(values) {
    const wanted = new Map();
    for (const [name, value] of values) wanted.set(name, [...(wanted.get(name) || []), value]);
    for (const control of this.form.elements) {
      const kept = wanted.get(control.name) || [];
      if (control.type === "checkbox" || control.type === "radio") control.checked = kept.includes(control.value);
      else if (control.tagName === "SELECT") for (const o of control.options) o.selected = kept.includes(o.value);
      else if (kept.length && control.type !== "file" && control.type !== "hidden") control.value = kept.shift();
    }
  }

  button(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button tertiary";
    button.textContent = label;
    button.addEventListener("click", () => {
      this.line.querySelectorAll("button").forEach((other) => other.remove());
      this.say("");
      act();
    });
    this.line.append(button);
  }

  say(sentence, worried = false) {
    this.line.querySelector("[role=status]").textContent = sentence;
    this.line.classList.toggle("offline", worried);
  }
}

/** The Korean time of day at which the server kept the draft; this device's own time when it did not say. */
function clock(at) {
  return new Intl.DateTimeFormat("ko-KR", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "Asia/Seoul",
  }).format(at ? new Date(at) : new Date());
}

document.querySelectorAll("[data-autosave]").forEach((line) => line.closest("form") && new Draft(line));
