"""A client of NexusGlass: it waits as long as a limit says, and then asks once more.

One request comes as a line of JSON. Each time it would wait it says so and goes on at the next line, so that whoever runs it holds the clock.
"""
import json
import sys
import urllib.error
import urllib.request


def get(url, headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
            return response.status, response.headers, json.load(response)
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, json.load(refusal)


def wait(seconds, answer):
    print(json.dumps({"waits": seconds, "answer": answer}), flush=True)
    sys.stdin.readline()


def safe_request(url, headers):
    status, answer_headers, answer = get(url, headers)
    if status == 429:
        wait(int(answer_headers.get("Retry-After", 60)), answer)
        status, _, answer = get(url, headers)
    return {"status": status, "answer": answer}


request = json.loads(sys.stdin.readline())
print(json.dumps(safe_request(request["url"], {"X-API-Key": request["key"]})), flush=True)
