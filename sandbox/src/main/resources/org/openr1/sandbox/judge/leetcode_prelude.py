from typing import *
from collections import *
from functools import *
from itertools import *
from bisect import *
from heapq import *
from math import *
from operator import *
from string import *
import bisect
import collections
import copy
import datetime
import functools
import heapq
import itertools
import math
import operator
import random
import re
import string
import sys
inf = float("inf")
from builtins import *
