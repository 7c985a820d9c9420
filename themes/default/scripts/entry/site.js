/**
 * Entry of assets/site.js, loaded with `defer`: the document is parsed when it runs. Every line starts one concern,
 * and each does nothing on a page that lacks its elements. A page reads and prints without any of them.
 */

import { startPressingOnce } from '../dom/twice.js';
import { startBack } from '../reading/back.js';
import { startCasePrint } from '../reading/case-print.js';
import { startContents } from '../reading/contents.js';
import { startFolds } from '../reading/folds.js';
import { startGlossary } from '../reading/glossary.js';
import { startProject } from '../reading/project.js';
import { startWelcome } from '../reading/welcome.js';
import { startSearch } from '../search/start.js';
import { startSettings } from '../settings/panel.js';
import { startTabs } from '../reading/tabs.js';
import { startToc } from '../reading/toc.js';

startPressingOnce();
startSettings();
startContents();
startTabs();
startCasePrint();
startFolds();
startToc();
startGlossary();
startProject();
startSearch();
startWelcome();
startBack();
