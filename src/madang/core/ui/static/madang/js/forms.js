/** Two guards for forms that send (POST): no double submit, and a question before unsaved changes are left. */

const changed = new Set();

function isWriting(form) {
  return form instanceof HTMLFormElement && form.method === "post";
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!isWriting(form) || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  changed.delete(form);
  // A disabled button would not be sent with the form, so it is only marked.
  if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
});

// A page that comes back from the browser's history may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (isWriting(form) && form.hasAttribute("data-warn-unsaved")) changed.add(form);
});

// The autosave module says when everything has reached the server.
document.addEventListener("madang:saved", (event) => changed.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});
