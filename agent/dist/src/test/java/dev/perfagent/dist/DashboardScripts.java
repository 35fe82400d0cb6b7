package dev.perfagent.dist;

/** How tests find something on the dashboard, as beginnings of scripts. */
final class DashboardScripts {
    /** The part of the page with a command, the first argument. */
    static final String SECTION = "const section = [...document.querySelectorAll('#commands section')]"
            + ".find(one => one.dataset.command === arguments[0]);";

    /** A chart with its table: the second argument is its title. */
    static final String FIGURE = SECTION
            + "const figure = [...section.querySelectorAll('figure')].find(one => one.firstChild.textContent ==="
            + " arguments[1]);";

    /** The names of the filters that offer something to choose. */
    static final String FILTERS =
            "return [...document.querySelectorAll('fieldset select')].map(one => one.name).join(' ')";

    /** The line below the answers. */
    static final String SUMMARY = "return document.querySelector('#page > .more').textContent";

    /** Which red the first chart has: the one for white paper, or the one for a dark screen. */
    static final String RED = """
        const red = () => {
          const canvas = document.querySelector('.chart canvas');
          const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          const has = (r, g, b) => { for (let i = 0; i < dots.length; i += 4)
            if (dots[i] === r && dots[i + 1] === g && dots[i + 2] === b && dots[i + 3] === 255) return true; return false; };
          return (has(0xb3, 0x26, 0x1e) ? 'dark' : '') + (has(0xff, 0x8a, 0x80) ? 'pale' : '');
        };
        """;

    private DashboardScripts() {}
}
