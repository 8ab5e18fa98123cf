// Progressive enhancement. Every page works without this file.
document.documentElement.classList.add("js");
