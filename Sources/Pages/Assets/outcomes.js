// Reports: the Print button, which needs JavaScript and is hidden without it.

const print = document.getElementById("report-print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
