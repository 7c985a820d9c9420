## The text beside a package. Its lines are the lines of that text

package-readme-file = README.txt
package-readme-open =
    { $title }

    HOW TO OPEN IT
    1. Unpack the ZIP file first. If you open it without unpacking, pages look broken and nothing you write is kept.
       Windows: right-click the ZIP file and choose “Extract all”.
       Mac: double-click the ZIP file.
    2. In the unpacked folder, double-click index.html. The first page opens in your browser.
       Keep the folder as it is, with all of its files. You don’t need an internet connection.
package-readme-devices =
    BROWSERS AND DEVICES
    Chrome and Edge: everything works.
    Firefox: when you open files on your computer, answers are saved separately for each page, and other pages can’t see them.
      To have them in one place, you need the single-file version (html) or the version on a web server. Ask whoever gave you this.
    Chromebook and iPad: you may not be able to open pages in a folder, or they may open without working.
      Then ask whoever gave you this for the address of the version on a web server.
package-readme-answers =
    YOUR ANSWERS
    Your answers are kept only on this computer, in the browser that you used. They aren’t sent anywhere.
    To move them to another computer or browser, save an answer file on the page “{ my-answers }” and load it there.
    To delete them, choose “{ wipe-confirm }” on the page “{ my-answers }”. If you delete the folder, your answers stay in the browser.
package-readme-remove =
    HOW TO REMOVE IT
    Delete the unpacked folder and the ZIP file. Nothing else was installed on your computer.

## What the single file (html) shows by itself

package-needs-scripts = This course needs JavaScript. Turn it on in the settings of your browser, or use another browser.
package-old-browser = This browser is too old for this course. Use a recent Chrome, Edge, Firefox or Safari.
package-unsaved = Some of what you wrote isn’t saved yet. If you leave this page, it is lost. Leave it?
package-print-module = Print the whole module
package-print-module-hint = Without your answers: print them from “{ my-answers }”.
