# Reading offline. Only for courses with `offline: true`.

offline = Read offline
offline-news-line = There is a new edition. You’ll see it on the next page you open.
offline-beside-answers = Course files saved for offline use aren’t answers and aren’t deleted here. To delete them, open “Display settings”.

## Script: words that scripts show

offline-ask = Save for offline use ({ $size } MB)
offline-what = You can then read, search and write without a connection. All files of the course are saved in this device’s browser. { $size } MB is the space they take. Less is sent if the server compresses files.
offline-shared = {" On a shared computer, delete them when you finish."}
offline-loading = Saving.
offline-loading-what = You can go on reading meanwhile.
offline-amount = { $done } / { $size } MB
offline-stop = Stop
offline-paused = Saving was interrupted. It continues when you open another page while connected.
offline-mixed = The files that arrived don’t match this course. The server may be getting a new edition, or the Wi-Fi may want you to sign in. Try again a little later.
offline-go-on = Continue saving
offline-ready = You can read this course offline ({ $size } MB).
offline-news = {" There is a new edition. You’ll see it on the next page you open."}
offline-remove = Delete the offline files
offline-remove-what = Your answers stay.
offline-removed = The offline files were deleted. Your answers are still here.
offline-full = There isn’t enough space on this device. What had been saved was deleted. Your answers are still here.
offline-refused = This browser can’t save files for offline use. If this is a private window, try an ordinary one.
offline-insecure = You can save the course for offline use only if its address begins with “https://”.
